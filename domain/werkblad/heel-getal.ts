/** Relative to the number itself. */
const REKENREST = 1e-9;

/**
 * What stands in a cell, where a whole number is expected: 32 for the 32.000000000000004 that a spreadsheet came to,
 * because it calculates in binary fractions and shows no more than fifteen digits.
 */
export function zonderRekenrest({
  soort,
  tekst,
}: {
  readonly soort: string;
  readonly tekst: string;
}): string {
  if (soort !== 'getal' || !tekst.includes('.')) return tekst;
  const getal = Number(tekst);
  const heel = Math.round(getal);
  return heel !== 0 && Math.abs(getal - heel) <= Math.abs(heel) * REKENREST ? `${heel}` : tekst;
}

/** `36` for the `36.0` of a program that keeps whole numbers as fractions. */
export const zonderNulBreuk = (tekst: string): string => tekst.trim().replace(/^([0-9]+)[.,]0{1,2}$/, '$1');

/** Whether a text is a number with a fraction, which a fault may repeat: it leads to nobody. */
export const isBreuk = (tekst: string): boolean => /^-?[0-9]{1,3}[.,][0-9]{1,25}$/.test(tekst);
