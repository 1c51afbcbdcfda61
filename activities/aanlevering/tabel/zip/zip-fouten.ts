import { type BestandPlaats, OnleesbaarBestand } from '../../../../domain/validatie/onleesbaar-bestand.ts';

const OPNIEUW = 'Open het in uw rekenprogramma, sla het opnieuw op en lever het dan nog eens aan.';

/** The file contradicts itself; `wat` says what was found, in Dutch, without what is in a cell. */
export function beschadigd(wat: string, oorzaak?: unknown, plaats: BestandPlaats = {}): OnleesbaarBestand {
  return new OnleesbaarBestand('bestand-beschadigd', `Dit bestand is beschadigd. ${wat} ${OPNIEUW}`, plaats, {
    cause: oorzaak,
  });
}

export function afgekapt(oorzaak?: unknown): OnleesbaarBestand {
  return new OnleesbaarBestand(
    'bestand-afgekapt',
    'Dit bestand is niet compleet: het einde ontbreekt. Waarschijnlijk is het kopiëren of versturen afgebroken. Lever het hele bestand aan.',
    {},
    { cause: oorzaak },
  );
}

export function zipBom(): OnleesbaarBestand {
  return new OnleesbaarBestand(
    'bestand-te-groot',
    'Dit bestand is uitgepakt veel groter dan UM aanneemt. Verwijder lege opgemaakte rijen en afbeeldingen, verdeel het over meer bestanden, of sla het op als CSV.',
  );
}
