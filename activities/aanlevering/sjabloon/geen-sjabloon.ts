import type { Soort } from '../../../domain/soorten/soort.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import { indelingVan } from '../../../domain/werkblad/indeling.ts';
import { herkenBladen, type Werkboek } from '../../../domain/werkblad/werkboek.ts';

/** The refusal of a table that is no template of this soort; it says so when it is that of another. */
export async function geenSjabloon(soort: Soort, werkboek: Werkboek): Promise<OnleesbaarBestand> {
  for (const andere of Object.values(soorten)) {
    if (andere.naam !== soort.naam && (await isSjabloon(andere, werkboek))) {
      return new OnleesbaarBestand(
        'bestand-kolommen',
        `Dit is het sjabloon voor ${andere.meervoud}, en u levert ${soort.meervoud} aan. Lever het aan met soort=${andere.naam}, of kies het bestand met ${soort.meervoud}.`,
      );
    }
  }
  return new OnleesbaarBestand(
    'bestand-kolommen',
    `Dit bestand is geen JSON en heeft niet de kolommen van het sjabloon voor ${soort.meervoud}. Haal het sjabloon op (GET /v1/sjablonen/${soort.naam}.xlsx), vul dat in of neem de kolomnamen uit de verborgen tweede rij over, en lever het opnieuw aan.`,
  );
}

async function isSjabloon(soort: Soort, werkboek: Werkboek): Promise<boolean> {
  const indeling = indelingVan(soort);
  const herkend = await herkenBladen(indeling, werkboek);
  return herkend.some(({ kop }) => kop.blad === indeling.hoofdblad);
}
