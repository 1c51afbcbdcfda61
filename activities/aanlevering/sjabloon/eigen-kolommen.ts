import { herkenKop as herkenKolom } from '../../../domain/mapping/herken-kolom.ts';
import type { Bladbegin } from '../../../domain/mapping/herken-koprij.ts';
import type { Soort } from '../../../domain/soorten/soort.ts';
import { herkenKop } from '../../../domain/werkblad/herken-kop.ts';
import { indelingVan } from '../../../domain/werkblad/indeling.ts';

/**
 * Whether a table that has columns of the template has other fields beside them, such as
 * `taalbeheersing.1.codeTaal`: it is a flat file then, of which the template would read only a part.
 */
export function heeftEigenKolommen(soort: Soort, bladen: readonly Bladbegin[]): boolean {
  const indeling = indelingVan(soort);
  const koppen = bladen.flatMap(({ bladnaam, eerste }) => {
    const kop = herkenKop(indeling, bladnaam, eerste);
    return kop === undefined ? [] : [{ kop, eerste }];
  });
  const [enige, ander] = koppen;
  if (enige === undefined || ander !== undefined) return false;
  const { kop, eerste } = enige;
  const namen = eerste.find(({ rij }) => rij === kop.rij)?.cellen ?? [];
  return namen.some((cel, index) => {
    if (cel === undefined || kop.plaatsen.includes(index)) return false;
    const herkend = herkenKolom(soort, cel.tekst);
    return 'veld' in herkend && herkend.hoe !== 'gelijkend';
  });
}
