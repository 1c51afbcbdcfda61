import Koa, { type Context, type Middleware } from 'koa';
import type { Knex } from 'knex';
import type { Clock } from '../../domain/clock.ts';
import type { Postcodes } from '../../domain/selectie/afstand.ts';
import { soorten } from '../../domain/soorten/soorten.ts';
import type { Logger } from '../../ops/logger.ts';
import { correlation } from '../middleware/correlation.ts';
import { antwoordVolgensContract, stuurJson } from './antwoord.ts';
import { Antwoordgeheugen } from './antwoordgeheugen.ts';
import { leesBericht } from './bericht.ts';
import { ongeldig } from './bron-fout.ts';
import { clientOin } from './client-oin.ts';
import { detail } from './detail.ts';
import { Drukte } from './drukte.ts';
import type { BronIndex } from './index/bron-index.ts';
import { ontvangJson } from './lichaam.ts';
import { meet, type BronVerzoekGemeten } from './meting.ts';
import { createZoek } from './zoek.ts';

export interface BronAppDeps {
  readonly db: Knex;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly postcodes: Postcodes;
  readonly index: BronIndex;
  readonly config: BronGrenzen;
  readonly gemeten?: (verzoek: BronVerzoekGemeten) => void;
}

/** Who may call, and how much. */
export interface BronGrenzen {
  /** The OINs of the parties that may call: VUM. */
  readonly toegelatenOins: readonly string[];
  /** More requests than this at once get 503; default 500. */
  readonly tegelijk?: number;
  /** More requests a second than this get 429; no limit where absent. */
  readonly perSeconde?: number;
}

/** The four operations that VUM calls (bron contracts 3.0.0), for every soort. */
export function createBronApp(deps: BronAppDeps): Koa {
  const app = new Koa();
  app.use(correlation);
  app.use(meet(deps.logger, deps.gemeten ?? (() => undefined)));
  app.use(antwoordVolgensContract(deps.logger));
  app.use(beantwoord(deps));
  return app;
}

function beantwoord(deps: BronAppDeps): Middleware {
  const { toegelatenOins, tegelijk = 500, perSeconde = Infinity } = deps.config;
  const drukte = new Drukte(tegelijk, perSeconde);
  const geheugen = new Antwoordgeheugen();
  const zoekDeps = { ...deps, leen: (bytes: number) => geheugen.leen(bytes) };
  const zoekpaden = new Map(
    Object.values(soorten).map((soort) => [
      `/${soort.vum.pad}/matches`,
      { soort, zoek: createZoek(zoekDeps, soort) },
    ]),
  );
  const paden = new Map(Object.values(soorten).map((soort) => [soort.vum.pad, soort]));
  return async (ctx) => {
    const oin = clientOin(ctx.req);
    if (oin === undefined || !toegelatenOins.includes(oin)) {
      weiger(ctx);
      return;
    }
    drukte.in();
    try {
      await voerUit(ctx);
    } finally {
      drukte.uit();
    }
  };

  async function voerUit(ctx: Context): Promise<void> {
    const gezocht = ctx.method === 'POST' ? zoekpaden.get(ctx.path) : undefined;
    if (gezocht) {
      ctx.state['soort'] = gezocht.soort.naam;
      ctx.state['verzoek'] = 'zoek';
      const { toParty } = leesBericht(ctx.req);
      const antwoord = gezocht.zoek(toParty, await ontvangJson(ctx.req));
      // Sent, or never to be sent any more: the connection is gone.
      ctx.res.once('close', () => geheugen.neemTerug(antwoord));
      stuurJson(ctx, antwoord);
      return;
    }
    const [begin, pad = '', deel, ...rest] = ctx.path.split('/');
    const soort = paden.get(pad);
    if (begin !== '' || !soort || deel === undefined || rest.length > 0) throw geenBewerking();
    ctx.state['soort'] = soort.naam;
    if (ctx.method !== 'GET') throw geenBewerking();
    ctx.state['verzoek'] = 'detail';
    const correlatieId = ctx.state['correlatieId'] as string;
    stuurJson(ctx, await detail(deps, soort, leesBericht(ctx.req), ontcijfer(deel), correlatieId));
  }
}

/** 401, without a body as the contract has it, for whoever has another certificate than VUM's. */
function weiger(ctx: Context): void {
  ctx.status = 401;
  ctx.body = '';
  ctx.remove('Content-Type');
}

const geenBewerking = () => ongeldig('Deze bewerking bestaat niet in het contract.');

function ontcijfer(deel: string): string {
  try {
    return decodeURIComponent(deel);
  } catch {
    return '';
  }
}
