import type { IncomingMessage, ServerResponse } from 'node:http';
import { BronFout } from './bron-fout.ts';

const VERSIE = '3.0.0';

/** What every answer carries, whoever asked. */
export const vasteHeaders = {
  'API-Version': VERSIE,
  'X-VUM-berichtVersie': VERSIE,
  'Cache-Control': 'no-store',
} as const;

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
export function leesBericht({ headers, headersDistinct }: IncomingMessage): Bericht {
  const ontbrekend = verplicht.filter(({ sleutel }) => (headers[sleutel] ?? '') === '');
  if (ontbrekend.length > 0) throw new BronFout('400.02', 'Verplichte headers ontbreken.', namen(ontbrekend));
  const onjuist = verplicht.filter(
    ({ sleutel, geldig }) => headersDistinct[sleutel]?.length !== 1 || !geldig(String(headers[sleutel])),
  );
  if (onjuist.length > 0) throw new BronFout('400.01', 'Headers hebben een onjuiste waarde.', namen(onjuist));
  return {
    fromParty: String(headers['x-vum-fromparty']),
    toParty: String(headers['x-vum-toparty']),
    viaParty: String(headers['x-vum-viaparty']),
  };
}

/**
 * An answer goes back the way the question came; the asker's processor is not known to a bron and echoed. Of a party
 * that is named twice the first counts; one that is not named stays away, because UM would have to invent it.
 */
export function zetAntwoordHeaders({ headersDistinct }: IncomingMessage, antwoord: ServerResponse): void {
  for (const [naam, waarde] of Object.entries(vasteHeaders)) antwoord.setHeader(naam, waarde);
  echo('X-VUM-toParty', 'x-vum-fromparty');
  echo('X-VUM-fromParty', 'x-vum-toparty');
  echo('X-VUM-viaParty', 'x-vum-viaparty');

  function echo(naam: string, van: string): void {
    const waarde = headersDistinct[van]?.[0];
    if (waarde !== undefined && waarde !== '') antwoord.setHeader(naam, waarde);
  }
}

function header(naam: string, geldig: Toets): { naam: string; sleutel: string; geldig: Toets } {
  return { naam, sleutel: naam.toLowerCase(), geldig };
}

function namen(headers: readonly { naam: string }[]): string {
  return headers.map(({ naam }) => naam).join(', ');
}
