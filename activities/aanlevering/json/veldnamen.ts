import { isWit } from './tekst.ts';

/** A name in an object, with the place where its value begins. */
interface Veldnaam {
  readonly naam: string;
  readonly waarde: number;
}

/** The names in the object that a text begins with, as far as the text goes; what lies deeper is passed over. */
export function* veldnamen(tekst: string): Generator<Veldnaam> {
  let diepte = 0;
  for (let hier = 0; hier < tekst.length; hier++) {
    const teken = tekst[hier];
    if (teken === '{' || teken === '[') diepte++;
    else if (teken === '}' || teken === ']') {
      if (--diepte === 0) return;
    } else if (teken === '"') {
      const eind = eindVanTekst(tekst, hier);
      const waarde = diepte === 1 ? naDubbelePunt(tekst, eind) : undefined;
      if (waarde !== undefined) yield { naam: tekst.slice(hier + 1, eind - 1), waarde };
      hier = eind - 1;
    }
  }
}

/** The place after the quote that closes the text that begins here. */
export function eindVanTekst(tekst: string, begin: number): number {
  let eind = tekst.indexOf('"', begin + 1);
  while (eind >= 0 && isOntsnapt(tekst, begin, eind)) eind = tekst.indexOf('"', eind + 1);
  return eind < 0 ? tekst.length : eind + 1;
}

/** After an odd number of backslashes a quote is part of the text. */
function isOntsnapt(tekst: string, begin: number, hier: number): boolean {
  let van = hier;
  while (van - 1 > begin && tekst[van - 1] === '\\') van--;
  return (hier - van) % 2 === 1;
}

/** The place where the value begins, when what ended at `vanaf` is a name. */
export function naDubbelePunt(tekst: string, vanaf: number): number | undefined {
  const hier = naWit(tekst, vanaf);
  return tekst[hier] === ':' ? naWit(tekst, hier + 1) : undefined;
}

function naWit(tekst: string, vanaf: number): number {
  let hier = vanaf;
  while (isWit(tekst.charCodeAt(hier))) hier++;
  return hier;
}
