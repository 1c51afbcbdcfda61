import { isFoutenkop } from '../werkblad/achter-de-koppen.ts';
import { HOOGSTE_KOPRIJ } from '../werkblad/koprij.ts';
import type { Rij } from '../werkblad/rij.ts';
import { plat } from './kop.ts';

/** The heading of a table: what stands above each of its columns, and some of the rows below it. */
export interface Koprij {
  /** As on the tab; empty for a CSV file. */
  readonly bladnaam: string;
  /** As the spreadsheet shows it. */
  readonly rij: number;
  /** By column, 0 is A; undefined where nothing stands. */
  readonly koppen: readonly (string | undefined)[];
  readonly steekproef: readonly Rij[];
}

/** The row of a sheet that is most of all a heading; undefined where none has anything of one. */
export function zoekKoprij(
  bladnaam: string,
  eerste: readonly Rij[],
  punten: (koppen: Koprij['koppen'], eronder: readonly Rij[]) => number,
  totEnMet = HOOGSTE_KOPRIJ,
): Koprij | undefined {
  let beste: Koprij | undefined;
  let hoogste = 0;
  let fouten = -1;
  for (const [index, { rij, cellen }] of eerste.entries()) {
    if (rij > totEnMet) break;
    fouten = Math.max(
      fouten,
      cellen.findIndex((cel) => isFoutenkop(cel?.tekst)),
    );
    const koppen = cellen.map((cel) =>
      cel === undefined || cel.tekst.trim() === '' ? undefined : cel.tekst,
    );
    // UM put its name in the first row, which may be a title, and a fault of that row below it.
    if (fouten >= 0 && (koppen[fouten] === undefined || isFoutenkop(koppen[fouten])))
      koppen[fouten] = FOUTENKOP;
    const gehaald = punten(koppen, eerste.slice(index + 1));
    if (gehaald <= hoogste) continue;
    hoogste = gehaald;
    beste = { bladnaam, rij, koppen, steekproef: eerste.slice(index + 1) };
  }
  return beste;
}

const FOUTENKOP = 'Fouten';

/** Headings that are the same for a mapping have the same name. */
export const kopnaam = (kop: string): string => plat(kop) || kop.trim();

/** Where the columns of a mapping are in a file. */
export class Kolomplaatsen {
  readonly #plaatsen = new Map<string, number[]>();

  constructor(koppen: Koprij['koppen']) {
    for (const [index, kop] of koppen.entries()) {
      if (kop === undefined) continue;
      const naam = kopnaam(kop);
      this.#plaatsen.set(naam, [...(this.#plaatsen.get(naam) ?? []), index]);
    }
  }

  /** 0 is A; undefined where the file has no such column. */
  van(kolom: string): number | undefined {
    return this.#plaatsen.get(kopnaam(kolom))?.[0];
  }

  /** The columns that go by one name, where they are more than one. */
  dubbel(kolom: string): readonly number[] {
    const plaatsen = this.#plaatsen.get(kopnaam(kolom)) ?? [];
    return plaatsen.length > 1 ? plaatsen : [];
  }
}
