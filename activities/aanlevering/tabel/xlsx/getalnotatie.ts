/** How a number format shows a number, as far as it changes what the number means. */
export interface Notatie {
  readonly soort: 'getal' | 'datum' | 'tijd';
  /** A time that counts on past 24 hours: `[h]:mm`. */
  readonly doorlopend?: boolean;
  /** Digits of a format of zeros alone (`0000`): with it the user sees leading zeros. */
  readonly cijfers?: number;
  /** Shown times a hundred: 1 as `100%`. */
  readonly procent?: boolean;
}

const GETAL: Notatie = { soort: 'getal' };
const PROCENT: Notatie = { soort: 'getal', procent: true };
const DATUM: Notatie = { soort: 'datum' };
const TIJD: Notatie = { soort: 'tijd' };
const DUUR: Notatie = { soort: 'tijd', doorlopend: true };

/** The built-in formats that are not in the file (ECMA-376 part 1, 18.8.30; 27–36 and 50–58 are East Asian dates). */
export function ingebouwdeNotatie(id: number): Notatie {
  if (id === 9 || id === 10) return PROCENT;
  if (id === 46) return DUUR;
  if ((id >= 18 && id <= 21) || id === 45 || id === 47) return TIJD;
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return DATUM;
  return GETAL;
}

/** What stands between quotes, after a backslash, or in brackets ([Red], [$-413], [>9]) is no part of the pattern. */
const LETTERLIJK = /"[^"]*"?|\\.|[_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]?/gi;

/** What does not show in the part for positive numbers: a language, a colour, and white space beside them. */
const ONZICHTBAAR = /\[(?:\$[^\]]*|(?!h+\]|m+\]|s+\])[a-z]+[0-9]{0,2})\]|[_*]./gi;

/** Reads a custom format: `dd-mm-jjjj` in the user's Excel is stored as `dd\-mm\-yyyy`. */
export function leesNotatie(code: string): Notatie {
  const [positief = ''] = code.split(';', 1);
  const nullen = positief.replace(ONZICHTBAAR, '').trim();
  if (/^0{2,15}$/.test(nullen)) return { soort: 'getal', cijfers: nullen.length };
  const patroon = code.replace(LETTERLIJK, '').toLowerCase();
  if (patroon.includes('general')) return GETAL;
  if (/[yd]/.test(patroon)) return DATUM;
  if (/\[[hms]+\]/.test(patroon)) return DUUR;
  if (/[hs]/.test(patroon)) return TIJD;
  if (patroon.includes('m')) return DATUM;
  return patroon.includes('%') ? PROCENT : GETAL;
}
