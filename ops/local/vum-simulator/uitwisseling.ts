import type { Context } from 'koa';
import type { Soort } from '../../../domain/soorten/soort.ts';
import { leesBericht } from './bericht.ts';
import type { Bronnen } from './bronnen.ts';
import { ContractFout } from './contract-fout.ts';
import type { Gedragingen } from './gedrag.ts';
import { misdraagVooraf, schud, stuurAntwoord } from './misdraag.ts';
import type { Pseudoniem } from './pseudoniem.ts';
import { vraagBronnen, vraagDetail } from './uitvraag.ts';
import type { Verzoekenlog } from './verzoekenlog.ts';
import { leesVraag } from './vraag.ts';
import type { Zoekgeheugen } from './zoekgeheugen.ts';

export interface Delen {
  readonly bronnen: Bronnen;
  readonly gedragingen: Gedragingen;
  readonly pseudoniem: Pseudoniem;
  readonly geheugen: Zoekgeheugen;
  readonly log: Verzoekenlog;
}

/** What VUM does: pass a question on, and give the matches names that tell nothing of where they came from. */
export interface Uitwisseling {
  zoek(soort: Soort, ctx: Context): Promise<void>;
  detail(soort: Soort, vumID: string, ctx: Context): Promise<void>;
}

export function createUitwisseling({ bronnen, gedragingen, pseudoniem, geheugen, log }: Delen): Uitwisseling {
  return {
    async zoek(soort, ctx) {
      log.noteer(ctx, 'zoek', soort.naam);
      const bericht = leesBericht(ctx);
      const vraagObject = await leesVraag(soort.naam, ctx.req);
      const gedrag = gedragingen.voor('zoek');
      if (await misdraagVooraf(gedrag, ctx)) return;

      const uitkomst = await vraagBronnen(bronnen.alle, soort, vraagObject, bericht);
      const matches = uitkomst.matches.map(({ inhoud, ...herkomst }) => ({
        ...inhoud,
        vumID: pseudoniem.vumID({ ...herkomst, soort: soort.naam }),
      }));
      const vraagID = geheugen.onthoud(
        bericht.fromParty,
        matches.map(({ vumID }) => vumID),
      );
      stuurAntwoord(gedrag, ctx, {
        maximumAantalResultatenBereikt: uitkomst.maximumAantalResultatenBereikt,
        vraagID,
        matches: gedrag.aard === 'schudden' ? schud(matches) : matches,
      });
    },

    async detail(soort, vumID, ctx) {
      log.noteer(ctx, 'detail', soort.naam);
      const bericht = leesBericht(ctx);
      const herkomst = pseudoniem.herkomst(vumID);
      const bron = herkomst?.soort === soort.naam ? bronnen.met(herkomst.bron) : undefined;
      if (herkomst === undefined || bron === undefined) {
        throw new ContractFout('400.01', 'VUM kent dit vumID niet.');
      }
      const gedrag = gedragingen.voor('detail');
      if (await misdraagVooraf(gedrag, ctx)) return;

      if (!geheugen.neemDetail(bericht.fromParty, vumID)) {
        throw new ContractFout('429.01', 'Het hoogste aantal details van deze zoekvraag is bereikt.');
      }
      try {
        const record = await vraagDetail(bron, soort, herkomst.id, bericht);
        stuurAntwoord(gedrag, ctx, { bronID: bron.naam, [soort.vum.detailVeld]: record });
      } catch (fout) {
        geheugen.geefTerug(bericht.fromParty, vumID);
        throw fout;
      }
    },
  };
}
