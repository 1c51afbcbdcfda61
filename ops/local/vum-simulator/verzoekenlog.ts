import type { Context } from 'koa';

/** One request as it came in, for tests to look at. */
interface GelogdVerzoek {
  readonly tijd: string;
  readonly bericht: 'zoek' | 'detail';
  readonly soort: string;
  readonly pad: string;
  readonly koppen: Readonly<Record<string, unknown>>;
  /** Of a search; a detail has none. */
  readonly vraagObject?: unknown;
  status?: number;
}

/** The last requests (200 at most) and how many there were in all. */
export interface Verzoekenlog {
  noteer(ctx: Context, bericht: 'zoek' | 'detail', soort: string): GelogdVerzoek;
  readonly laatste: readonly GelogdVerzoek[];
  readonly aantallen: { readonly zoek: number; readonly detail: number };
  wis(): void;
}

const maxVerzoeken = 200;

export function createVerzoekenlog(): Verzoekenlog {
  let laatste: GelogdVerzoek[] = [];
  let aantallen = { zoek: 0, detail: 0 };
  return {
    noteer(ctx, bericht, soort) {
      const verzoek = { tijd: new Date().toISOString(), bericht, soort, pad: ctx.path, koppen: ctx.headers };
      aantallen[bericht] += 1;
      laatste.push(verzoek);
      if (laatste.length > maxVerzoeken) laatste.shift();
      return verzoek;
    },
    get laatste() {
      return laatste;
    },
    get aantallen() {
      return aantallen;
    },
    wis() {
      laatste = [];
      aantallen = { zoek: 0, detail: 0 };
    },
  };
}
