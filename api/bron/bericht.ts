import type { IncomingMessage } from 'node:http';
import { BronFout } from './bron-fout.ts';

const VERSIE = '3.0.0';

/** What every answer carries, whoever asked. */
export const vasteHeaders = {
  'API-Version': VERSIE,
  'X-VUM-berichtVersie': VERSIE,
  'Cache-Control': 'no-store',
} as const;

const vast = Object.entries(vasteHeaders).flat();

/** Who speaks to whom, as the headers of a message say; the connection itself is proven by certificate. */
export interface Bericht {
  /** The asking organisation. */
  readonly fromParty: string;
  /** The gemeente that must answer. */
  readonly toParty: string;
  /** Whoever carries the message for the asker. */
  readonly viaParty: string;
}

type Toets = (waarde: string) => boolean;

const partij: Toets = (waarde) => /^[\x21-\x7e][\x20-\x7e]{0,99}$/.test(waarde);
const versie: Toets = (waarde) => waarde === VERSIE;
const janee: Toets = (waarde) => waarde === 'true' || waarde === 'false';

/** Every header that the contract requires, and HTTP itself, and what it may hold. */
const verplicht = [
  header('Host', () => true),
  header('API-Version', versie),
  header('X-VUM-berichtVersie', versie),
  header('X-VUM-fromParty', partij),
  header('X-VUM-toParty', partij),
  header('X-VUM-viaParty', partij),
  header('X-VUM-SUWIparty', janee),
];

/** Reads the headers of a message: what is missing makes it incomplete (400.02), what is wrong invalid (400.01). */
export function leesBericht(verzoek: IncomingMessage): Bericht {
  const { headers } = verzoek;
  const vaker = staatIetsVaker(verzoek);
  const [ontbrekend, onjuist]: [string[], string[]] = [[], []];
  for (const { naam, sleutel, geldig } of verplicht) {
    const waarde = headers[sleutel] ?? '';
    if (waarde === '') ontbrekend.push(naam);
    else if (!geldig(String(waarde)) || (vaker && verzoek.headersDistinct[sleutel]?.length !== 1))
      onjuist.push(naam);
  }
  if (ontbrekend.length > 0)
    throw new BronFout('400.02', 'Verplichte headers ontbreken.', ontbrekend.join(', '));
  if (onjuist.length > 0)
    throw new BronFout('400.01', 'Headers hebben een onjuiste waarde.', onjuist.join(', '));
  return {
    fromParty: String(headers['x-vum-fromparty']),
    toParty: String(headers['x-vum-toparty']),
    viaParty: String(headers['x-vum-viaparty']),
  };
}

/**
 * The headers of an answer, names and values by turns. It goes back the way the question came; the asker's processor
 * is not known to a bron and echoed. Of a party that is named twice the first counts; one that is not named stays
 * away, because UM would have to invent it.
 */
export function antwoordHeaders(verzoek: IncomingMessage): string[] {
  const vaker = staatIetsVaker(verzoek);
  const headers = vast.slice();
  echo('X-VUM-toParty', 'x-vum-fromparty');
  echo('X-VUM-fromParty', 'x-vum-toparty');
  echo('X-VUM-viaParty', 'x-vum-viaparty');
  return headers;

  function echo(naam: string, van: string): void {
    const waarde = vaker ? verzoek.headersDistinct[van]?.[0] : verzoek.headers[van];
    if (typeof waarde === 'string' && waarde !== '') headers.push(naam, waarde);
  }
}

/** Whether any header is sent more than once: only then is it worth it to sort them all out. */
const staatIetsVaker = ({ headers, rawHeaders }: IncomingMessage): boolean =>
  rawHeaders.length > 2 * Object.keys(headers).length;

function header(naam: string, geldig: Toets): { naam: string; sleutel: string; geldig: Toets } {
  return { naam, sleutel: naam.toLowerCase(), geldig };
}
