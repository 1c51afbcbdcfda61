/** Of a row, what counts here. */
interface Rij {
  readonly cellen: readonly ({ readonly tekst: string } | undefined)[];
}
type Koppen = readonly (string | undefined)[];

/**
 * The column behind the last heading of a CSV file: a row with a cell from there on has a separator too many, and what
 * stands behind that is in the wrong column. Undefined for other files, in which nothing moves, and where most rows
 * have such a cell: that is a column without a heading.
 */
export function grensVan(bladnaam: string, koppen: Koppen, eronder: readonly Rij[]): number | undefined {
  if (bladnaam !== '') return undefined;
  const grens = koppen.findLastIndex((kop) => kop !== undefined && !isFoutenkop(kop)) + 1;
  const achter = eronder.filter(({ cellen }) => celAchter(cellen, koppen, grens) !== undefined);
  return achter.length * 2 > eronder.length ? undefined : grens;
}

/** In a file that UM gave back with its faults their column stands behind the widest row. */
const EIGEN_KOLOM = /^Fouten(?: \(de eerste |\n|$)/;

/** Whether a heading is that of the column, which nobody needs to take away; a fault of its row may stand below it. */
export const isFoutenkop = (kop: string | undefined): boolean => kop !== undefined && EIGEN_KOLOM.test(kop);

/** The first filled cell without a heading from this column on. */
export function celAchter(
  cellen: Rij['cellen'],
  koppen: Koppen,
  grens: number | undefined,
): number | undefined {
  for (let kolom = grens ?? cellen.length; kolom < cellen.length; kolom++) {
    if (koppen[kolom] === undefined && (cellen[kolom]?.tekst.trim() ?? '') !== '') return kolom;
  }
  return undefined;
}

/** The first filled cell of a row of which every filled cell has no heading: something that lies about. */
export function celNaast(cellen: Rij['cellen'], koppen: Koppen): number | undefined {
  const gevuld = cellen.flatMap((cel, kolom) =>
    cel === undefined || cel.tekst.trim() === '' ? [] : [kolom],
  );
  return gevuld.every((kolom) => koppen[kolom] === undefined) ? gevuld[0] : undefined;
}
