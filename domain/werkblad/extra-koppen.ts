import type { Blad } from './blad.ts';
import type { Rij } from './rij.ts';

/** A heading with its cell: the row as the spreadsheet shows it; of the columns 0 is A. */
export interface Kopcel {
  readonly rij: number;
  readonly kolom: number;
  readonly tekst: string;
}

/** The headings of a sheet in these rows that are of no column of the layout, from left to right. */
export function extraKoppen(plaatsen: readonly number[], koprijen: readonly Rij[]): Kopcel[] {
  return koprijen
    .flatMap(({ rij, cellen }) =>
      cellen.flatMap((cel, kolom) =>
        cel === undefined || cel.tekst.trim() === '' || plaatsen.includes(kolom)
          ? []
          : [{ rij, kolom, tekst: cel.tekst }],
      ),
    )
    .sort((een, ander) => een.kolom - ander.kolom);
}

/**
 * Whether the row above the names for programs holds the titles: one of them at least, or a word above most of the
 * columns. Else it is a line of text above the table.
 */
export function isTitelrij(blad: Blad, plaatsen: readonly number[], sleutels: Rij, rij: Rij): boolean {
  const gevonden = blad.kolommen.flatMap(({ titel }, index) => {
    const cel = rij.cellen[plaatsen[index] ?? -1];
    return cel === undefined || cel.tekst.trim() === '' ? [] : [cel.tekst.trim() === titel];
  });
  const aanwezig = plaatsen.filter((plaats) => plaats >= 0).length;
  return gevonden.includes(true) || (rij.rij === sleutels.rij - 1 && gevonden.length * 2 > aanwezig);
}
