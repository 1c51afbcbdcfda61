import type { Bladbegin } from '../../../domain/mapping/herken-koprij.ts';
import type { Soort } from '../../../domain/soorten/soort.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import { isSjabloon, koppenVan } from './koppen-van.ts';

/** Refuses a template of another soort than the upload says. */
export function weigerAnderSjabloon(soort: Soort, bladen: readonly Bladbegin[]): void {
  const andere = Object.values(soorten).find(
    (kandidaat) => kandidaat !== soort && isSjabloon(kandidaat, koppenVan(kandidaat, bladen)),
  );
  if (andere === undefined) return;
  throw new OnleesbaarBestand(
    'bestand-kolommen',
    `Dit is het sjabloon voor ${andere.meervoud}, en u levert ${soort.meervoud} aan. Lever het aan met soort=${andere.naam}, of kies het bestand met ${soort.meervoud}.`,
  );
}
