import { herkenKop as herkenKolom } from '../../../domain/mapping/herken-kolom.ts';
import type { Bladbegin } from '../../../domain/mapping/herken-koprij.ts';
import { veiligeKop } from '../../../domain/mapping/veilige-kop.ts';
import type { Soort } from '../../../domain/soorten/soort.ts';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import { herkenKop } from '../../../domain/werkblad/herken-kop.ts';
import { indelingVan } from '../../../domain/werkblad/indeling.ts';
import { toonbareBladnaam } from '../../../domain/werkblad/toonbare-bladnaam.ts';

/**
 * Whether a table that has columns of the template has other fields beside them, such as
 * `taalbeheersing.1.codeTaal`: it is a flat file then, of which the template would read only a part.
 */
export function heeftEigenKolommen(soort: Soort, bladen: readonly Bladbegin[]): boolean {
  const [enige, ander] = eigenKolommen(soort, bladen);
  return enige !== undefined && ander === undefined && enige.namen.length > 0;
}

/** Refuses a template of several sheets with such columns: it is no flat file, and they would not be read. */
export function weigerEigenKolommen(soort: Soort, bladen: readonly Bladbegin[]): void {
  const eigen = eigenKolommen(soort, bladen).find(({ namen }) => namen.length > 0);
  if (eigen === undefined) return;
  const namen = eigen.namen.slice(0, MEEST).map((naam) => `“${veiligeKop(naam) ?? 'zonder naam'}”`);
  const meer = eigen.namen.length > MEEST ? ` en nog ${eigen.namen.length - MEEST}` : '';
  throw new OnleesbaarBestand(
    'bestand-kolommen',
    `Op blad “${toonbareBladnaam(eigen.bladnaam)}” van dit sjabloon staan kolommen die er niet horen en die UM dus niet zou lezen: ${namen.join(', ')}${meer}. Zet hun waarden op de plek die het sjabloon ervoor heeft, of haal deze kolommen weg, en lever het bestand opnieuw aan.`,
  );
}

const MEEST = 5;

/** By sheet of the template the headings in its row of names that are fields, and not columns of that sheet. */
function eigenKolommen(soort: Soort, bladen: readonly Bladbegin[]) {
  const indeling = indelingVan(soort);
  return bladen.flatMap(({ bladnaam, eerste }) => {
    const kop = herkenKop(indeling, bladnaam, eerste);
    if (kop === undefined) return [];
    const cellen = eerste.find(({ rij }) => rij === kop.rij)?.cellen ?? [];
    const namen = cellen.flatMap((cel, index) => {
      if (cel === undefined || kop.plaatsen.includes(index)) return [];
      const herkend = herkenKolom(soort, cel.tekst);
      if (!('veld' in herkend) || herkend.hoe === 'gelijkend') return [];
      // The id itself is there already; a number of the gemeente's own beside it loses nothing.
      return herkend.veld.sleutel === soort.idVeld ? [] : [cel.tekst];
    });
    return [{ bladnaam, namen }];
  });
}
