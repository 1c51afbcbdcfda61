import { randomUUID } from 'node:crypto';
import type { Dispatcher } from 'undici';
import type { RecordInhoud } from '../../../domain/soorten/soort.ts';
import { alsBronMatch, type Bron } from './bron.ts';
import type { Bericht } from './bericht.ts';
import { ContractFout } from './contract-fout.ts';

/** A bron that VUM reaches over HTTP: UM answers there for one gemeente. */
export interface HttpBronConfig {
  /** Of UM's bron listener, with or without a path. */
  readonly url: string;
  /** The gemeente that must answer: `X-VUM-toParty`. */
  readonly oin: string;
  /** The gemeente's processor: `X-VUM-viaParty`. */
  readonly viaOin: string;
}

/** Asks one gemeente's data at UM's bron listener; `dispatcher` carries VUM's certificate. */
export function createHttpBron(config: HttpBronConfig, dispatcher: Dispatcher): Bron {
  const basis = new URL(config.url);
  const prefix = basis.pathname.replace(/\/+$/, '');

  async function vraag(pad: string, bericht: Bericht, signal: AbortSignal, body?: string): Promise<unknown> {
    const antwoord = await dispatcher.request({
      origin: basis.origin,
      path: prefix + pad,
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        'API-Version': '3.0.0',
        'X-VUM-berichtVersie': '3.0.0',
        'X-VUM-fromParty': bericht.fromParty,
        'X-VUM-toParty': config.oin,
        'X-VUM-viaParty': config.viaOin,
        'X-VUM-SUWIparty': 'true',
        'X-Correlation-ID': randomUUID(),
      },
      body: body ?? null,
      signal,
    });
    if (antwoord.statusCode !== 200) {
      await antwoord.body.dump();
      if (antwoord.statusCode === 400) throw new ContractFout('400.01', 'De bron neemt deze vraag niet aan.');
      throw new Error(`bron answered ${antwoord.statusCode}`);
    }
    return antwoord.body.json();
  }

  return {
    naam: config.oin,

    async zoek(soort, vraagObject, bericht, signal) {
      const antwoord = (await vraag(
        `/${soort.vum.pad}/matches`,
        bericht,
        signal,
        JSON.stringify({ vraagObject }),
      )) as { maximumAantalResultatenBereikt: boolean; matches: RecordInhoud[] };
      return {
        maximumAantalResultatenBereikt: antwoord.maximumAantalResultatenBereikt,
        matches: antwoord.matches.map((match) => alsBronMatch(soort, match)),
      };
    },

    async detail(soort, id, bericht, signal) {
      return (await vraag(`/${soort.vum.pad}/${encodeURIComponent(id)}`, bericht, signal)) as RecordInhoud;
    },
  };
}
