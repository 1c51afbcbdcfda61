import type { Stap } from '../../../domain/werkblad/elementen.ts';
import { eindVanTekst, naDubbelePunt } from './veldnamen.ts';

/**
 * Whether a name stands more than once in one object of this JSON, by the value that was read from it: every name in
 * the text but those has given it a field. Costs a fraction of looking for them.
 */
export const heeftDubbeleNamen = (tekst: string, gelezen: object): boolean =>
  aantalNamen(tekst) > aantalVelden(gelezen);

/** Outside texts no quote stands, so that we go from text to text. */
function aantalNamen(tekst: string): number {
  let aantal = 0;
  for (let hier = tekst.indexOf('"'); hier >= 0; hier = tekst.indexOf('"', hier)) {
    hier = eindVanTekst(tekst, hier);
    if (naDubbelePunt(tekst, hier) !== undefined) aantal++;
  }
  return aantal;
}

function aantalVelden(waarde: object): number {
  const delen: unknown[] = Object.values(waarde);
  let aantal = Array.isArray(waarde) ? 0 : delen.length;
  for (const deel of delen) if (typeof deel === 'object' && deel !== null) aantal += aantalVelden(deel);
  return aantal;
}

/** An object with the names that it has so far, or a list; and where in it we are. */
interface Niveau {
  readonly namen: Set<string> | undefined;
  stap: Stap;
}

/** No record nests as deep; what does is refused for that, and the way to it could be long without end. */
const DIEPST = 32;

/**
 * The ways to the names that stand more than once in one object of this JSON, which is valid: RFC 8259 (section 4)
 * leaves open which of the values counts, and JSON.parse keeps the last without a word.
 */
export function* dubbeleNamen(tekst: string): Generator<Stap[]> {
  const open: Niveau[] = [];
  for (let hier = 0; hier < tekst.length; hier++) {
    const teken = tekst[hier];
    const niveau = open.at(-1);
    if (teken === '{') open.push({ namen: new Set(), stap: '' });
    else if (teken === '[') open.push({ namen: undefined, stap: 0 });
    else if (teken === '}' || teken === ']') open.pop();
    else if (teken === ',' && typeof niveau?.stap === 'number') niveau.stap++;
    if (teken !== '"') continue;
    const eind = eindVanTekst(tekst, hier);
    if (niveau?.namen !== undefined && naDubbelePunt(tekst, eind) !== undefined) {
      const naam = naamVan(tekst.slice(hier, eind));
      niveau.stap = naam;
      if (niveau.namen.has(naam) && open.length <= DIEPST) yield open.map(({ stap }) => stap);
      niveau.namen.add(naam);
    }
    hier = eind - 1;
  }
}

/** Most names hold nothing that is written in another way. */
const naamVan = (json: string): string =>
  json.includes('\\') ? (JSON.parse(json) as string) : json.slice(1, -1);
