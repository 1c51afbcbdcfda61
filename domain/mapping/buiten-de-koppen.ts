import type { Soort } from '../soorten/soort.ts';
import { HOOGSTE_KOPRIJ } from '../werkblad/koprij.ts';
import { type GekozenMapping, kolommenVan } from './gebruik-mapping.ts';
import { type Bladbegin, koprijVan } from './herken-koprij.ts';
import { Kolomplaatsen, type Koprij, zoekKoprij } from './kolommen.ts';
import { maakRecordkenner, type Recordkenner } from './lijkt-op-record.ts';
import type { Mapping } from './mapping.ts';

/** A row that is like the records that are read, and would not be. */
export interface GemisteRij {
  readonly bladnaam: string;
  readonly rij: number;
  /** Where the names of the columns stand: of this sheet, or of the one that is read. */
  readonly koprij: { readonly bladnaam: string; readonly rij: number };
}

const kennerVan = (koprij: Koprij, mapping: Mapping): Recordkenner =>
  maakRecordkenner(koprij, new Kolomplaatsen(koprij.koppen).van(mapping.id.kolom) ?? -1);

/** The first record above a heading: the table was sorted with its heading in it. */
export function zoekBovenKop(
  bladen: readonly Bladbegin[],
  { mapping, koprijen }: GekozenMapping,
): GemisteRij | undefined {
  for (const koprij of koprijen) {
    const kenner = kennerVan(koprij, mapping);
    const genoeg = koprij.steekproef.length === 0 ? 1 : 2;
    const erboven = bladen
      .find(({ nummer }) => nummer === koprij.nummer)
      ?.eerste.find((rij) => rij.rij < koprij.rij && kenner(rij) >= genoeg);
    if (erboven !== undefined) return { bladnaam: koprij.bladnaam, rij: erboven.rij, koprij };
  }
  return undefined;
}

/** The first record on a sheet that is not read, because it has no heading or has it too far down. */
export function zoekKoploosBlad(
  soort: Soort,
  bladen: readonly Bladbegin[],
  { mapping, koprijen }: GekozenMapping,
): GemisteRij | undefined {
  const [eerste] = koprijen;
  if (eerste === undefined) return undefined;
  const kenner = kennerVan(eerste, mapping);
  for (const blad of bladen) {
    if (koprijen.some(({ nummer }) => nummer === blad.nummer)) continue;
    const { bladnaam } = blad;
    const diep = diepeKop(blad, mapping);
    if (diep !== undefined && diep.rij > HOOGSTE_KOPRIJ) return { bladnaam, rij: diep.rij + 1, koprij: diep };
    // A list with a heading of its own may have columns of numbers too.
    const genoeg = koprijVan(soort, blad) === undefined ? 2 : 3;
    const gemist = blad.eerste.find((rij) => kenner(rij) >= genoeg);
    if (gemist !== undefined) return { bladnaam, rij: gemist.rij, koprij: eerste };
  }
  return undefined;
}

/** The heading of this mapping below the rows in which UM looks for one. */
function diepeKop({ bladnaam, eerste }: Bladbegin, mapping: Mapping): Koprij | undefined {
  const nodig = kolommenVan(mapping);
  return zoekKoprij(
    bladnaam,
    eerste,
    (koppen, eronder) => {
      const plaatsen = new Kolomplaatsen(koppen);
      const aanwezig = nodig.filter((kolom) => plaatsen.van(kolom) !== undefined).length;
      return aanwezig > 1 && aanwezig * 2 > nodig.length && eronder.length > 0 ? aanwezig : 0;
    },
    Infinity,
  );
}
