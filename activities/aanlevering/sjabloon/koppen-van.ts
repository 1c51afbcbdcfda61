import type { Bladbegin } from '../../../domain/mapping/herken-koprij.ts';
import type { Soort } from '../../../domain/soorten/soort.ts';
import { type GevondenKop, herkenKop } from '../../../domain/werkblad/herken-kop.ts';
import { indelingVan } from '../../../domain/werkblad/indeling.ts';

/** Of each of these sheets its heading in the template; undefined for a sheet that is none of it. */
export const koppenVan = (soort: Soort, bladen: readonly Bladbegin[]): (GevondenKop | undefined)[] =>
  bladen.map(({ bladnaam, eerste }) => herkenKop(indelingVan(soort), bladnaam, eerste));

/** Whether these are sheets of a template, and not columns of the gemeente's own. */
export const isSjabloon = (soort: Soort, koppen: readonly (GevondenKop | undefined)[]): boolean =>
  koppen.some((kop) => kop?.blad === indelingVan(soort).hoofdblad);
