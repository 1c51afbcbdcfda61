import type { Bladbegin } from '../../../domain/mapping/herken-koprij.ts';
import { isToestemmingKop } from '../../../domain/mapping/toestemming.ts';
import { veiligeKop } from '../../../domain/mapping/veilige-kop.ts';
import type { Soort } from '../../../domain/soorten/soort.ts';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import { herkenKop } from '../../../domain/werkblad/herken-kop.ts';
import { indelingVan } from '../../../domain/werkblad/indeling.ts';

/** Refuses a template with a column such as `Geen toestemming`: what `Ja` means there only a person can tell. */
export function weigerOmgekeerdeToestemming(soort: Soort, bladen: readonly Bladbegin[]): void {
  const indeling = indelingVan(soort);
  for (const { bladnaam, eerste } of bladen) {
    const kolommen = herkenKop(indeling, bladnaam, eerste)?.toestemming ?? [];
    const onduidelijk = kolommen.find(({ kop }) => !isToestemmingKop(kop));
    if (onduidelijk === undefined) continue;
    throw new OnleesbaarBestand(
      'bestand-kolommen',
      `UM weet niet of ‘Ja’ in de kolom “${veiligeKop(onduidelijk.kop) ?? 'toestemming'}” toestemming is. Noem de kolom “Toestemming”, met ‘Ja’ bij wie gedeeld mag worden, of haal haar weg.`,
    );
  }
}
