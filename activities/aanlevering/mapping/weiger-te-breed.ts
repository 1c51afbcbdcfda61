import { HOOGSTE_BREEDTE } from '../../../domain/mapping/alle-kolommen.ts';
import { type Bladbegin, koprijVan } from '../../../domain/mapping/herken-koprij.ts';
import type { Soort } from '../../../domain/soorten/soort.ts';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import { celAdres, kolomNaam } from '../../../domain/werkblad/cel-adres.ts';
import { isLeeg } from '../../../domain/werkblad/lees-cel.ts';
import { toonbareBladnaam } from '../../../domain/werkblad/toonbare-bladnaam.ts';

/** Refuses a table that is so wide that no mapping is proposed for it: nearly always by one cell far beside it. */
export function weigerTeBreed(soort: Soort, bladen: readonly Bladbegin[]): void {
  for (const blad of bladen.filter((kandidaat) => koprijVan(soort, kandidaat) !== undefined)) {
    for (const { rij, cellen } of blad.eerste) {
      const kolom = cellen.findIndex((cel, index) => index >= HOOGSTE_BREEDTE && !isLeeg(cel));
      if (kolom >= 0) throw teBreed(blad.bladnaam, celAdres(rij, kolom));
    }
  }
}

function teBreed(bladnaam: string, cel: string): OnleesbaarBestand {
  const wat = bladnaam === '' ? 'Dit bestand' : `Het blad “${toonbareBladnaam(bladnaam)}”`;
  return new OnleesbaarBestand(
    'bestand-te-groot',
    `${wat} is te breed: er staat nog iets in cel ${cel}, en UM leest hoogstens ${HOOGSTE_BREEDTE.toLocaleString('nl-NL')} kolommen (tot en met ${kolomNaam(HOOGSTE_BREEDTE - 1)}). Verwijder die cel, of alle kolommen rechts van uw tabel, en lever het bestand opnieuw aan.`,
    { cel, ...(bladnaam !== '' && { blad: bladnaam }) },
  );
}
