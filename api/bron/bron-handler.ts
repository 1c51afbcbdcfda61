import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Knex } from 'knex';
import type { Clock } from '../../domain/clock.ts';
import type { Postcodes } from '../../domain/selectie/afstand.ts';
import { soorten } from '../../domain/soorten/soorten.ts';
import type { Logger } from '../../ops/logger.ts';
import { correlatieIdVan } from '../correlatie-id.ts';
import { type Antwoord, foutantwoord, nietVanVum, stuur } from './antwoord.ts';
import { Antwoordgeheugen } from './antwoordgeheugen.ts';
import { leesBericht } from './bericht.ts';
import { ongeldig } from './bron-fout.ts';
import { clientOin } from './client-oin.ts';
import { detail } from './detail.ts';
import { Drukte } from './drukte.ts';
import type { BronIndex } from './index/bron-index.ts';
import { ontvangJson } from './lichaam.ts';
import { createMeting, type BronVerzoekGemeten } from './meting.ts';
import { createZoek } from './zoek.ts';

export interface BronHandlerDeps {
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

/** What is known of a request so far: for metrics and the log, also when it goes wrong half-way. */
interface Lopend {
  readonly correlatieId: string;
  verzoek: 'zoek' | 'detail' | 'onbekend';
  soort: string;
}

/**
 * The four operations that VUM calls (bron contracts 3.0.0), for every soort. For Node's own server, not for Koa:
 * VUM puts every question to every gemeente, and a framework would be a fifth of what an answer costs.
 */
export function createBronHandler(deps: BronHandlerDeps): RequestListener {
  const { toegelatenOins, tegelijk = 500, perSeconde = Infinity } = deps.config;
  const drukte = new Drukte(tegelijk, perSeconde);
  const geheugen = new Antwoordgeheugen();
  const noteer = createMeting(deps.logger, deps.gemeten);
  const zoekDeps = { ...deps, leen: (bytes: number) => geheugen.leen(bytes) };
  const zoekpaden = new Map(
    Object.values(soorten).map((soort) => [
      `/${soort.vum.pad}/matches`,
      { soort, zoek: createZoek(zoekDeps, soort) },
    ]),
  );
  const paden = new Map(Object.values(soorten).map((soort) => [soort.vum.pad, soort]));
  return (request, response) =>
    void behandel(request, response).catch((err: unknown) => {
      deps.logger.error({ err }, 'Request of VUM could not be answered');
      response.destroy();
    });

  async function behandel(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const begin = performance.now();
    const lopend: Lopend = { correlatieId: correlatieIdVan(request), verzoek: 'onbekend', soort: 'onbekend' };
    const antwoord = await beantwoord(request, lopend);
    // Sent, or never to be sent any more: the connection is gone.
    response.once('close', () => geheugen.neemTerug(antwoord.inhoud));
    stuur(request, response, lopend.correlatieId, antwoord);
    noteer(request, { ...lopend, status: antwoord.status, seconden: (performance.now() - begin) / 1000 });
  }

  async function beantwoord(request: IncomingMessage, lopend: Lopend): Promise<Antwoord> {
    try {
      const oin = clientOin(request);
      if (oin === undefined || !toegelatenOins.includes(oin)) return nietVanVum;
      drukte.in();
      try {
        return { status: 200, inhoud: await voerUit(request, lopend) };
      } finally {
        drukte.uit();
      }
    } catch (error) {
      return foutantwoord(error, lopend, deps.logger);
    }
  }

  async function voerUit(request: IncomingMessage, lopend: Lopend): Promise<Buffer> {
    const heelPad = padVan(request);
    const gezocht = request.method === 'POST' ? zoekpaden.get(heelPad) : undefined;
    if (gezocht) {
      lopend.soort = gezocht.soort.naam;
      lopend.verzoek = 'zoek';
      const { toParty } = leesBericht(request);
      return gezocht.zoek(toParty, await ontvangJson(request));
    }
    const [begin, pad = '', deel, ...rest] = heelPad.split('/');
    const soort = paden.get(pad);
    if (begin !== '' || !soort || deel === undefined || rest.length > 0) throw geenBewerking();
    lopend.soort = soort.naam;
    if (request.method !== 'GET') throw geenBewerking();
    lopend.verzoek = 'detail';
    const inhoud = await detail(deps, soort, leesBericht(request), ontcijfer(deel), lopend.correlatieId);
    return Buffer.from(inhoud);
  }
}

/** The path without what may come after it, or before it: HTTP lets a whole address be asked for too. */
function padVan({ url = '' }: IncomingMessage): string {
  const [pad = ''] = url.split('?', 1);
  return pad.startsWith('/') ? pad : pad.replace(/^https?:\/\/[^/]*/i, '');
}

const geenBewerking = () => ongeldig('Deze bewerking bestaat niet in het contract.');

function ontcijfer(deel: string): string {
  try {
    return decodeURIComponent(deel);
  } catch {
    return '';
  }
}
