import type { Blad, Indeling, Kolom } from './blad.ts';
import { platteNaam } from './herken-kop.ts';
import { type Rij, VOORBEELD } from './rij.ts';

/** A sheet of which the headings are those of a sheet of the layout, and not in the way that UM recognises. */
export interface Gelijkenis {
  readonly blad: Blad;
  /** The row with these headings, and the columns of the layout that it has, by column of the file. */
  readonly rij: Rij;
  /** Whether these are the names for programs. */
  readonly sleutels: boolean;
  readonly kolommen: ReadonlyMap<number, Kolom>;
}

/**
 * The first row that has headings of two columns of one sheet. Titles without that of the id count where `zonderId`
 * says so: they may stand above a list of the user's own as well, which names for programs do not.
 */
export function zoekKoppen(
  bladen: readonly Blad[],
  eerste: readonly Rij[],
  zonderId = false,
): Gelijkenis | undefined {
  for (const rij of eerste) {
    for (const blad of bladen) {
      const kolommen = kolommenIn(blad, rij);
      const gevonden = new Set(kolommen.values());
      const metId = [...gevonden].some(({ rol }) => rol === 'id');
      const opSleutel = [...kolommen].filter(
        ([kolom, { sleutel }]) => rij.cellen[kolom]?.tekst.trim() === sleutel,
      );
      const sleutels = opSleutel.length >= 2;
      if (gevonden.size >= 2 && (metId || zonderId || sleutels)) return { blad, rij, sleutels, kolommen };
    }
  }
  return undefined;
}

function kolommenIn(blad: Blad, { cellen }: Rij): Map<number, Kolom> {
  const kolommen = new Map<number, Kolom>();
  for (const [index, cel] of cellen.entries()) {
    if (cel === undefined || cel.tekst.length > LANGSTE_KOP) continue;
    const naam = platteNaam(cel.tekst);
    const kolom = blad.kolommen.find((kandidaat) =>
      [kandidaat.sleutel, kandidaat.titel].some((eigen) => platteNaam(eigen) === naam),
    );
    if (kolom !== undefined) kolommen.set(index, kolom);
  }
  return kolommen;
}

const LANGSTE_KOP = 200;

/** The sheet of the layout that a tab is named after, also when a program named it as a copy: `Sector (2)`, `Sector_2`. */
export function bladMetNaam({ hoofdblad, deelbladen }: Indeling, bladnaam: string): Blad | undefined {
  const naam = platteNaam(bladnaam).replace(/(?: ?\([0-9]{1,3}\)|_[0-9]{1,3})$/, '');
  return [hoofdblad, ...deelbladen].find((blad) => platteNaam(blad.naam) === naam);
}

/** Whether a row holds something, and is no example. */
export const isGevuld = ({ cellen }: Rij): boolean =>
  cellen.some((cel) => cel !== undefined && cel.tekst.trim() !== '') &&
  !cellen.some((cel) => cel?.tekst.trim().toUpperCase() === VOORBEELD);
