import type { Blad, Indeling, Kolom } from './blad.ts';
import { alleBladen } from './indeling.ts';
import { LANGSTE_KOP } from './koprij.ts';
import { platteNaam } from './plaats-van-naam.ts';
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
    const namen = rij.cellen.map((cel) =>
      cel === undefined || cel.tekst.length > LANGSTE_KOP ? '' : platteNaam(cel.tekst),
    );
    for (const blad of bladen) {
      const kolommen = kolommenIn(blad, namen);
      if (kolommen.size < 2) continue;
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

function kolommenIn(blad: Blad, namen: readonly string[]): Map<number, Kolom> {
  const eigen = namenVan(blad);
  const kolommen = new Map<number, Kolom>();
  for (const [index, naam] of namen.entries()) {
    const kolom = naam === '' ? undefined : eigen.get(naam);
    if (kolom !== undefined) kolommen.set(index, kolom);
  }
  return kolommen;
}

const namenlijsten = new WeakMap<Blad, ReadonlyMap<string, Kolom>>();

/** Made once: this is asked of every cell of the first rows. */
function namenVan(blad: Blad): ReadonlyMap<string, Kolom> {
  let namen = namenlijsten.get(blad);
  if (namen === undefined) {
    const paren = blad.kolommen.flatMap((kolom) =>
      [kolom.sleutel, kolom.titel].map((naam) => [platteNaam(naam), kolom] as const),
    );
    namenlijsten.set(blad, (namen = new Map(paren)));
  }
  return namen;
}

/** The sheet of the layout that a tab is named after, also when a program named it as a copy: `Sector (2)`, `Sector_2`. */
export function bladMetNaam(indeling: Indeling, bladnaam: string): Blad | undefined {
  const naam = platteNaam(bladnaam).replace(/(?: ?\([0-9]{1,3}\)|_[0-9]{1,3})$/, '');
  return alleBladen(indeling).find((blad) => platteNaam(blad.naam) === naam);
}

/** Whether a row holds something, and is no example. */
export const isGevuld = ({ cellen }: Rij): boolean =>
  cellen.some((cel) => cel !== undefined && cel.tekst.trim() !== '') &&
  !cellen.some((cel) => cel?.tekst.trim().toUpperCase() === VOORBEELD);
