import type { Context } from 'koa';
import { BronFout } from './bron-fout.ts';

export const VERSIE = '3.0.0';

/** Who speaks to whom, as the headers of a message say; the connection itself is proven by certificate. */
export interface Bericht {
  /** The asking organisation. */
  readonly fromParty: string;
  /** The gemeente that must answer. */
  readonly toParty: string;
  /** Whoever carries the message for the asker. */
  readonly viaParty: string;
}

const partij = (waarde: string): boolean => /^[\x21-\x7e][\x20-\x7e]{0,99}$/.test(waarde);
const versie = (waarde: string): boolean => waarde === VERSIE;

/** Every header that the contract requires, and what it may hold. */
const verplicht: readonly (readonly [naam: string, geldig: (waarde: string) => boolean])[] = [
  ['API-Version', versie],
  ['X-VUM-berichtVersie', versie],
  ['X-VUM-fromParty', partij],
  ['X-VUM-toParty', partij],
  ['X-VUM-viaParty', partij],
  ['X-VUM-SUWIparty', (waarde) => waarde === 'true' || waarde === 'false'],
];

/** Reads the headers of a message: what is missing makes it incomplete (400.02), what is wrong invalid (400.01). */
export function leesBericht(ctx: Context): Bericht {
  const ontbrekend = verplicht.filter(([naam]) => ctx.get(naam) === '');
  if (ontbrekend.length > 0) throw new BronFout('400.02', 'Verplichte headers ontbreken.', namen(ontbrekend));
  const onjuist = verplicht.filter(([naam, geldig]) => !geldig(ctx.get(naam)));
  if (onjuist.length > 0) throw new BronFout('400.01', 'Headers hebben een onjuiste waarde.', namen(onjuist));
  return {
    fromParty: ctx.get('X-VUM-fromParty'),
    toParty: ctx.get('X-VUM-toParty'),
    viaParty: ctx.get('X-VUM-viaParty'),
  };
}

/** An answer goes back the way the question came; the asker's processor is not known to a bron and echoed. */
export function zetAntwoordHeaders(ctx: Context): void {
  ctx.set({ 'API-Version': VERSIE, 'X-VUM-berichtVersie': VERSIE, 'Cache-Control': 'no-store' });
  const terug = [
    ['X-VUM-toParty', ctx.get('X-VUM-fromParty')],
    ['X-VUM-fromParty', ctx.get('X-VUM-toParty')],
    ['X-VUM-viaParty', ctx.get('X-VUM-viaParty')],
  ] as const;
  for (const [naam, waarde] of terug) if (waarde !== '') ctx.set(naam, waarde);
}

function namen(headers: typeof verplicht): string {
  return headers.map(([naam]) => naam).join(', ');
}
