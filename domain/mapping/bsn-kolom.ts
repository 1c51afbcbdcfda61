import { isBsn } from '../validatie/bsn.ts';
import { zonderNulBreuk } from '../werkblad/heel-getal.ts';
import { plat } from './kop.ts';

const koppen =
  /^(?:bsn|bsnr|bsnnr|bsnnummer|burgerservicenummer|burgerservicenr|sofi|sofinr|sofinummer|sociaalfiscaalnummer|sbn)$/;

/** Whether a column holds burgerservicenummers by its heading, also with a word around it: `BSN klant`. */
export function isBsnKop(kop: string): boolean {
  return (
    koppen.test(plat(kop)) ||
    /\b(?:bsn|sofi-?nummer)\b/i.test(kop) ||
    plat(kop).includes('burgerservicenummer')
  );
}

/** Whether it can only be the number of the person whom the row is about: `BSN`, not `BSN partner`. */
export const isEigenBsnKop = (kop: string): boolean =>
  koppen.test(plat(kop)) ||
  /^bsn(?:van)?(?:de)?(?:klant|client|werkzoekende|kandidaat|persoon)$/.test(plat(kop));

/** Different values that must pass the test: one number of nine digits in eleven passes it by accident. */
const GENOEG = 3;
/** Among them stand slips of the pen, and words for those of whom the number is not known. */
const DEEL = 0.8;

/** Whether these values of one column, empty cells left out, are burgerservicenummers, but for a few. */
export function zijnBsns(waarden: readonly string[]): boolean {
  const bsns = waarden.map(alsBsn).filter((bsn) => bsn !== undefined);
  return bsns.length >= waarden.length * DEEL && new Set(bsns).size >= GENOEG;
}

/** Nobody needs more signs than this to write one. */
const LANGST = 30;

/**
 * The nine digits of a burgerservicenummer, however it was written: with points, or by a spreadsheet that dropped
 * the zero in front. Undefined for what is none.
 */
export function alsBsn(tekst: string): string | undefined {
  if (tekst.length > LANGST) return undefined;
  const cijfers = zonderNulBreuk(tekst)
    .replace(/^bsn/i, '')
    .replace(/[\s._-]/g, '');
  const bsn = cijfers.length === 8 ? `0${cijfers}` : cijfers;
  return isBsn(bsn) ? bsn : undefined;
}
