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
function eindVanTekst(tekst: string, begin: number): number {
  for (let hier = begin + 1; hier < tekst.length; hier++) {
    if (tekst[hier] === '\\') hier++;
    else if (tekst[hier] === '"') return hier + 1;
  }
  return tekst.length;
}

function naDubbelePunt(tekst: string, vanaf: number): number | undefined {
  const dubbelePunt = /\s*:\s*/y;
  dubbelePunt.lastIndex = vanaf;
  return dubbelePunt.test(tekst) ? dubbelePunt.lastIndex : undefined;
}
