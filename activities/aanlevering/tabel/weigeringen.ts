import { OnleesbaarBestand, type BestandPlaats } from '../../../domain/validatie/onleesbaar-bestand.ts';

/** No spreadsheet could hold this text; in a CSV file it is nearly always a quote that was not closed. */
export function teLangeCel(celtekens: number, plaats: BestandPlaats): OnleesbaarBestand {
  const waar = waarIn(plaats);
  return new OnleesbaarBestand(
    'bestand-te-groot',
    `De tekst ${waar} is langer dan ${celtekens} tekens. Kort die tekst in en lever het bestand opnieuw aan.`,
    plaats,
  );
}

/** A reference beyond the edge of any sheet: a fault of the program that made the file, or malice. */
export function buitenHetBlad(plaats: BestandPlaats): OnleesbaarBestand {
  return new OnleesbaarBestand(
    'bestand-te-groot',
    `Dit bestand noemt een cel die buiten het blad ligt (${plaats.cel ?? 'rij'} van blad "${plaats.blad ?? ''}"). Een blad heeft ten hoogste 1.048.576 rijen en 16.384 kolommen. Sla het opnieuw op in uw rekenprogramma.`,
    plaats,
  );
}

/** Each cell may be of a possible length and the row still be larger than any record. */
export function teGroteRij(plaats: BestandPlaats): OnleesbaarBestand {
  return new OnleesbaarBestand(
    'bestand-te-groot',
    `De rij van de tekst ${waarIn(plaats)} bevat meer dan 1 MB tekst. Kort de teksten in die rij in en lever het bestand opnieuw aan.`,
    plaats,
  );
}

/** `in cel C14 van blad "Profielen"`, for use in a sentence. */
export function waarIn({ blad, cel, regel }: BestandPlaats): string {
  if (cel !== undefined) return `in cel ${cel}${blad === undefined ? '' : ` van blad "${blad}"`}`;
  if (regel !== undefined) return `op regel ${regel}`;
  return blad === undefined ? 'in het bestand' : `in blad "${blad}"`;
}

export function teVeelBladen(hoogstens: number): OnleesbaarBestand {
  return new OnleesbaarBestand(
    'bestand-te-groot',
    `Dit bestand heeft meer dan ${hoogstens} bladen. Verwijder de bladen die niet bij de aanlevering horen.`,
  );
}
