import { maakToestemming } from '../mapping/toestemming.ts';
import { celAchter } from './achter-de-koppen.ts';
import type { Blad } from './blad.ts';
import { type Cel, isLeeg, leesCel } from './lees-cel.ts';

/** A row of a sheet, as the readers of spreadsheets hand it over. */
export interface Rij {
  /** As the spreadsheet shows it, 1 is the first. */
  readonly rij: number;
  readonly cellen: readonly (Cel | undefined)[];
}

/** Which sheet of the layout a sheet of a file is, and where it has its columns. */
export interface Kop {
  readonly blad: Blad;
  /** As on the tab in the file. */
  readonly bladnaam: string;
  /** For each column of the layout its column in the file, 0 is A; -1 where the file has it not. */
  readonly plaatsen: readonly number[];
  /** What stands above each column of the file, and where those end; only of a CSV file, see `grensVan`. */
  readonly grens?: { readonly kolom: number; readonly koppen: readonly (string | undefined)[] };
  /** The column that says what is to be done with the record; no part of the layout. */
  readonly mutatie?: number;
  /** The columns that say whether a record may be shared, which somebody added; no part of the layout either. */
  readonly toestemming?: readonly Toestemmingkolom[];
}

export interface Toestemmingkolom {
  readonly kolom: number;
  readonly kop: string;
}

/** A row that holds something, with its cells in the order of the columns of the layout. */
export interface Bladrij {
  readonly kop: Kop;
  readonly rij: number;
  readonly id: string | undefined;
  readonly cellen: readonly (Cel | undefined)[];
  /** What stands in the column that says what is to be done with the record. */
  readonly mutatie?: string;
  /** The person did not consent. */
  readonly zonderToestemming?: true;
  /** A cell behind the last column, which says that others are not in theirs. */
  readonly celAchter?: number;
  /** Nobody can tell whether the person did, by this column. */
  readonly onleesbareToestemming?: { readonly kolom: number; readonly gezegde: string };
}

/** A row with this in the column of the id is an example: it is read nowhere. */
export const VOORBEELD = 'VOORBEELD';

/**
 * The row as one of this sheet; undefined for an example, and for a row that says nothing. Of a repeating part the
 * id alone says nothing: people copy ids down a column. A number of its own does.
 */
export function alsBladrij(kop: Kop, { rij, cellen }: Rij): Bladrij | undefined {
  const { blad, plaatsen } = kop;
  const geordend = plaatsen.map((plaats) => {
    const cel = plaats < 0 ? undefined : cellen[plaats];
    return cel?.tekst === '' && cel.soort !== 'fout' ? undefined : cel;
  });
  if (geordend.every(isLeeg)) return undefined;
  const zegtIets = blad.kolommen.some(
    (kolom, index) =>
      geordend[index] !== undefined &&
      (blad.ouder === undefined || kolom.rol === 'waarde' || kolom === blad.nummer),
  );
  if (!zegtIets) return undefined;
  const id = idVan(blad, geordend);
  if (id?.toUpperCase() === VOORBEELD) return undefined;
  const mutatie = mutatietekst(cellen[kop.mutatie ?? -1]);
  const achter = kop.grens && celAchter(cellen, kop.grens.koppen, kop.grens.kolom);
  return {
    ...{ kop, rij, id, cellen: geordend },
    ...(achter !== undefined && { celAchter: achter }),
    ...(mutatie !== undefined && { mutatie }),
    ...(kop.toestemming !== undefined && leesToestemming(kop.toestemming, cellen)),
  };
}

/** One column that says no is enough, whatever the others say. */
function leesToestemming(
  kolommen: readonly Toestemmingkolom[],
  cellen: Rij['cellen'],
): Pick<Bladrij, 'zonderToestemming' | 'onleesbareToestemming'> {
  let onleesbaar: Bladrij['onleesbareToestemming'];
  for (const { kolom } of kolommen) {
    if (sjabloonToestemming.geeft(cellen[kolom])) continue;
    const gezegde = sjabloonToestemming.onleesbaar(cellen[kolom]);
    if (gezegde === undefined) return { zonderToestemming: true };
    onleesbaar ??= { kolom, gezegde };
  }
  return onleesbaar === undefined ? {} : { onleesbareToestemming: onleesbaar };
}

/** What a cell asks to be done with its record; one that cannot be read must not pass for an empty one. */
export const mutatietekst = (cel: Cel | undefined): string | undefined =>
  cel?.soort === 'fout' ? cel.tekst || '#N/A' : cel?.tekst;

const sjabloonToestemming = maakToestemming();

function idVan(blad: Blad, cellen: readonly (Cel | undefined)[]): string | undefined {
  const plaats = blad.kolommen.findIndex(({ rol }) => rol === 'id');
  const kolom = blad.kolommen[plaats];
  const gelezen = kolom && leesCel(kolom.schema, cellen[plaats]);
  return gelezen === undefined || gelezen.waarde === '' ? undefined : `${gelezen.waarde}`;
}
