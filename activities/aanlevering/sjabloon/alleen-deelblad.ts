import type { Bladbegin } from '../../../domain/mapping/herken-koprij.ts';
import type { Soort } from '../../../domain/soorten/soort.ts';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import { indelingVan } from '../../../domain/werkblad/indeling.ts';
import { koppenVan } from './koppen-van.ts';

/**
 * Refuses a sheet of the template for a repeating part that comes without the main sheet, as a CSV file of that sheet
 * does: its rows look like records with a field or two, and would take the place of the whole ones.
 */
export function weigerAlleenDeelblad(soort: Soort, bladen: readonly Bladbegin[]): void {
  const koppen = koppenVan(soort, bladen);
  const [eerste] = koppen;
  if (eerste === undefined || koppen.some((kop) => kop?.blad.ouder === undefined)) return;
  throw new OnleesbaarBestand(
    'bestand-kolommen',
    `Dit is alleen het blad “${eerste.blad.naam}” van het sjabloon; zonder het blad “${indelingVan(soort).hoofdblad.naam}” zijn er geen records. Lever het hele sjabloon aan als Excel (.xlsx) of OpenDocument (.ods): een CSV-bestand bevat maar één blad.`,
  );
}
