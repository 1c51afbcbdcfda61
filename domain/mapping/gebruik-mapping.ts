import type { Soort } from '../soorten/soort.ts';
import { zijnBsns } from './bsn-kolom.ts';
import type { Bladbegin } from './herken-koprij.ts';
import { kopnaam, Kolomplaatsen, type Koprij, zoekKoprij } from './kolommen.ts';
import type { Mapping } from './mapping.ts';
import { raaktToestemming } from './toestemming.ts';
import { stelVoor, type Voorstel } from './voorstel.ts';

type Herkomst = 'opgeslagen' | 'ingebouwd' | 'voorstel';

/** A mapping with the sheets that it can read: the one that it was chosen for, and others with the same columns. */
export interface GekozenMapping {
  readonly herkomst: Herkomst;
  readonly naam?: string;
  readonly mapping: Mapping;
  readonly koprijen: readonly (Koprij & { readonly nummer: number })[];
  /** What UM makes of the columns; of a saved mapping too, so that who looks sees what was left out. */
  readonly voorstel: Voorstel;
}

/** The columns of a mapping that are not there, on the sheet that comes nearest. */
export function ontbrekendeKolommen(bladen: readonly Bladbegin[], mapping: Mapping): readonly string[] {
  const nodig = kolommenVan(mapping);
  let minste: readonly string[] = nodig;
  for (const { cellen } of bladen.flatMap(({ eerste }) => eerste.slice(0, 10))) {
    const plaatsen = new Kolomplaatsen(cellen.map((cel) => cel?.tekst));
    const weg = nodig.filter((kolom) => plaatsen.van(kolom) === undefined);
    if (weg.length < minste.length) minste = weg;
  }
  return minste;
}

/** A mapping on every sheet that has all of its columns; undefined when no sheet has. */
export function gebruik(
  soort: Soort,
  bladen: readonly Bladbegin[],
  mapping: Mapping,
  herkomst: Pick<GekozenMapping, 'herkomst' | 'naam'>,
): GekozenMapping | undefined {
  const nodig = kolommenVan(mapping);
  const koprijen = bladen.flatMap((blad) => {
    const koprij = zoekKoprij(blad.bladnaam, blad.eerste, (koppen) => {
      const plaatsen = new Kolomplaatsen(koppen);
      return nodig.every((kolom) => plaatsen.van(kolom) !== undefined) ? 1 : 0;
    });
    return koprij === undefined ? [] : [{ ...koprij, nummer: blad.nummer }];
  });
  const [eerste] = koprijen;
  return (
    eerste && {
      ...herkomst,
      mapping: metPseudoniem(mapping, koprijen),
      koprijen,
      voorstel: stelVoor(soort, eerste),
    }
  );
}

/** A burgerservicenummer is no id, whatever the mapping says of its column. */
function metPseudoniem(mapping: Mapping, koprijen: readonly Koprij[]): Mapping {
  const zijnIdsBsns = koprijen.some(({ koppen, steekproef }) => {
    const kolom = new Kolomplaatsen(koppen).van(mapping.id.kolom) ?? -1;
    return zijnBsns(steekproef.flatMap(({ cellen }) => cellen[kolom]?.tekst.trim() || []));
  });
  return zijnIdsBsns ? { ...mapping, id: { ...mapping.id, pseudoniem: true } } : mapping;
}

/** The headings that a mapping reads; those that it leaves out may be away. */
export const kolommenVan = ({ id, toestemming, mutatie, kolommen }: Mapping): string[] => [
  id.kolom,
  ...(toestemming === undefined ? [] : [toestemming.kolom]),
  ...(mutatie === undefined ? [] : [mutatie.kolom]),
  ...kolommen.flatMap(({ kolom, veld }) => (veld === undefined ? [] : [kolom])),
];

/**
 * A column that may decide on consent and that the mapping does not name: it came into the file later, or was
 * overlooked, and without it nobody knows who may be published.
 */
export function vergetenToestemming({ mapping, koprijen }: GekozenMapping): string | undefined {
  const bekend = [mapping.toestemming, ...mapping.kolommen].map((kolom) => kopnaam(kolom?.kolom ?? ''));
  return koprijen
    .flatMap(({ koppen }) => koppen)
    .find((kop = '') => raaktToestemming(kop) && !bekend.includes(kopnaam(kop)));
}
