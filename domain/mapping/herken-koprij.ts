import type { Soort } from '../soorten/soort.ts';
import { isFoutenkop } from '../werkblad/achter-de-koppen.ts';
import type { Rij } from '../werkblad/rij.ts';
import { herkenKop } from './herken-kolom.ts';
import { type Koprij, zoekKoprij } from './kolommen.ts';

/** A sheet with its first rows: enough to find the heading, and to see what stands below it. */
export interface Bladbegin {
  readonly nummer: number;
  readonly bladnaam: string;
  readonly eerste: readonly Rij[];
}

/** A row is a heading by what UM knows of it, or else by what stands below it. */
export function koprijVan(soort: Soort, { bladnaam, eerste }: Bladbegin): Koprij | undefined {
  return zoekKoprij(bladnaam, eerste, (koppen, eronder) => {
    const ingevuld = koppen.filter((kop) => kop !== undefined).filter((kop) => !isFoutenkop(kop));
    const bekend = ingevuld.filter((kop) => herkenKop(soort, kop).hoe !== 'onbekend').length;
    // One known column can be chance: `adviseur` is a value as well.
    if (bekend >= 2 || bekend === ingevuld.length) return bekend + 1;
    return ingevuld.length >= 2 && staatBovenCijfers(koppen, eronder) ? 1 : 0;
  });
}

/** Whether some column has digits in every row but this one: a row of data is like the others. */
const staatBovenCijfers = (koppen: Koprij['koppen'], eronder: readonly Rij[]): boolean =>
  koppen.some((kop, index) => {
    if (kop === undefined || /[0-9]/.test(kop)) return false;
    const waarden = eronder.flatMap(({ cellen }) =>
      cellen[index] === undefined ? [] : [cellen[index].tekst],
    );
    return waarden.length > 0 && waarden.every((waarde) => /[0-9]/.test(waarde));
  });
