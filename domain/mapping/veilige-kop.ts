import { leesbareNaam } from '../validatie/plek.ts';

const persoonlijk = /@|[0-9][0-9 .-]{4,}[0-9]|[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}/;

/** A heading that may be kept and shown; undefined for one that looks like a value: a number, a date, an address. */
export function veiligeKop(kop: string): string | undefined {
  const naam = kop.trim();
  return naam === '' || naam.length > 100 || persoonlijk.test(naam) ? undefined : leesbareNaam(naam);
}
