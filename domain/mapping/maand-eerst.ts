import type { Rij } from '../werkblad/rij.ts';

const DELEN = /^([0-9]{1,2})[-/.]([0-9]{1,2})[-/.][0-9]{4}(?![0-9])/;

/**
 * The first row of a column with dates in which the month can only stand before the day (`3/15/2026`), where none
 * says the opposite. `3/1/2026` in such a column is the first of March, and would be read as the third of January.
 */
export function zoekMaandEerst(rijen: readonly Rij[], kolom: number): Rij | undefined {
  let gevonden: Rij | undefined;
  for (const rij of rijen) {
    const [, eerste, tweede] = DELEN.exec(rij.cellen[kolom]?.tekst.trim() ?? '') ?? [];
    if (Number(eerste) > 12) return undefined;
    if (Number(tweede) > 12) gevonden ??= rij;
  }
  return gevonden;
}
