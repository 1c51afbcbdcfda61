/** A heading for comparison: letters and digits in lower case, without accents. `E-mail adres` is `emailadres`. */
export const plat = (tekst: string): string =>
  tekst
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');

/** The letters of a heading and the numbers between them: `2e taal` and `taalbeheersing.2.codeTaal` each have one. */
export interface GenummerdeKop {
  readonly letters: string;
  readonly nummers: readonly number[];
}

/** Undefined for a heading without numbers, and for one whose numbers cannot count elements. */
export function leesNummers(kop: string): GenummerdeKop | undefined {
  const nummers: number[] = [];
  const letters = kop.replace(/([0-9]+)(?:(?:ste|de|e)(?![\p{L}]))?/gu, (_, cijfers: string) => {
    nummers.push(Number(cijfers));
    return ' ';
  });
  if (nummers.length === 0 || nummers.some((nummer) => nummer < 1 || nummer > HOOGSTE_NUMMER))
    return undefined;
  return { letters: plat(letters), nummers };
}

/** More elements than this no record has. */
export const HOOGSTE_NUMMER = 200;
