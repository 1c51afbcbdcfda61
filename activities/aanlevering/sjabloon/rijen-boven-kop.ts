import type { Bladbegin } from '../../../domain/mapping/herken-koprij.ts';
import type { Soort } from '../../../domain/soorten/soort.ts';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import { gegevensBoven } from '../../../domain/werkblad/boven-de-kop.ts';
import { celAdres } from '../../../domain/werkblad/cel-adres.ts';
import { herkenKop } from '../../../domain/werkblad/herken-kop.ts';
import { indelingVan } from '../../../domain/werkblad/indeling.ts';
import { toonbareBladnaam } from '../../../domain/werkblad/toonbare-bladnaam.ts';

/** Refuses a template with rows above its heading that look like data: sorted with it, they would be lost. */
export function weigerRijenBovenKop(soort: Soort, bladen: readonly Bladbegin[]): void {
  const indeling = indelingVan(soort);
  for (const { bladnaam, eerste } of bladen) {
    const kop = herkenKop(indeling, bladnaam, eerste);
    const rij = kop && gegevensBoven(kop, eerste)?.rij;
    if (kop === undefined || rij === undefined) continue;
    const opBlad = bladnaam === '' ? '' : ` van blad “${toonbareBladnaam(bladnaam)}”`;
    throw new OnleesbaarBestand(
      'bestand-kolommen',
      `Rij ${rij}${opBlad} lijkt gegevens te bevatten en staat boven de kolomnamen (rij ${kop.rij}), zodat UM haar niet zou lezen. Zet de kolomnamen weer bovenaan en sorteer alleen de rijen eronder, of verwijder wat erboven staat, en lever het bestand opnieuw aan.`,
      { cel: celAdres(rij, 0), ...(bladnaam !== '' && { blad: bladnaam }) },
    );
  }
}
