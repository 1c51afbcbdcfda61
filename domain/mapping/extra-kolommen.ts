import type { Soort } from '../soorten/soort.ts';
import { kolomNaam } from '../werkblad/cel-adres.ts';
import { alleKolommen, type Kolom, kopVan } from './alle-kolommen.ts';
import type { GekozenMapping } from './gebruik-mapping.ts';
import { kopnaam } from './kolommen.ts';
import { raaktToestemming } from './toestemming.ts';

/** A column of a sheet that the one which the mapping was made for does not have. */
export interface ExtraKolom {
  readonly bladnaam: string;
  /** The column of the spreadsheet: `D`. */
  readonly plaats: string;
  /** Its heading; empty where there is none, or where it looks like a value. */
  readonly kolom: string;
}

/**
 * What UM chose by the columns of one sheet says nothing of a column that only another has: who did not consent, or
 * is to be deleted, would be published, and a field would be lost.
 */
export function extraKolommen(soort: Soort, { herkomst, mapping, koprijen }: GekozenMapping): ExtraKolom[] {
  if (koprijen.length < 2) return [];
  const { id, toestemming, mutatie, kolommen } = mapping;
  const bekend = new Set(
    [id, toestemming, mutatie, ...kolommen].flatMap((regel) => (regel ? [kopnaam(regel.kolom)] : [])),
  );
  // The built-in mapping leaves out what it does not know; a proposal knows every column.
  const telt = herkomst === 'ingebouwd' ? beslist : (kolom: Kolom): boolean => !nooit.has(kolom.herkend.hoe);
  return koprijen.flatMap((koprij) =>
    alleKolommen(soort, koprij, undefined)
      .filter((kolom) => !bekend.has(kopnaam(kolom.kop ?? '')) && telt(kolom))
      .map((kolom) => ({
        bladnaam: koprij.bladnaam,
        plaats: kolomNaam(kolom.index),
        kolom: kopVan(kolom),
      })),
  );
}

const nooit: ReadonlySet<Kolom['herkend']['hoe']> = new Set(['niet-uitgewisseld', 'bsn']);

const beslist = ({ kop = '', herkend }: Kolom): boolean =>
  raaktToestemming(kop) || herkend.hoe === 'mutatie' || ('veld' in herkend && herkend.hoe !== 'gelijkend');
