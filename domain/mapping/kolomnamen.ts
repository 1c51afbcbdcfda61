import type { Soort } from '../soorten/soort.ts';
import { plat } from './kop.ts';
import { type Veld, veldenVan } from './velden.ts';

/**
 * How a heading was recognised: as it is written in the standard, apart from case and punctuation, by another
 * name, or only nearly (`gelijkend`), which a person must confirm.
 */
export type Herkenning = 'exact' | 'schrijfwijze' | 'synoniem' | 'gelijkend';

interface Treffer {
  readonly veld: Veld;
  readonly hoe: Herkenning;
}

/**
 * Finds the field that a name means, written in letters alone; undefined when it means none, or more than one.
 * To look for a name that is only nearly one costs a thousand times as much: `bijna` says whether to.
 */
export type Namenlijst = (letters: string, bijna?: boolean) => Treffer | undefined;

const lijsten = new WeakMap<Soort, Namenlijst>();

export function namenlijstVan(soort: Soort): Namenlijst {
  let lijst = lijsten.get(soort);
  if (lijst === undefined) lijsten.set(soort, (lijst = maakNamenlijst(soort)));
  return lijst;
}

/** The names of the first rank that knows a name decide: a key goes before a synonym, a synonym before a title. */
function maakNamenlijst(soort: Soort): Namenlijst {
  const velden = [...veldenVan(soort).values()];
  const rangen: readonly (readonly [Herkenning, Map<string, Set<Veld>>])[] = [
    ['schrijfwijze', verzamel(velden, ({ sleutel }) => [sleutel])],
    ['synoniem', verzamel(velden, ({ sleutel }) => soort.synoniemen[sleutel] ?? [])],
    ['schrijfwijze', verzamel(velden, ({ titel }) => [titel])],
    ['schrijfwijze', verzamel(velden, metGroepen)],
    ['synoniem', verzamel(velden, zonderAanloop)],
  ];
  const namen = [...new Set(rangen.flatMap(([, rang]) => [...rang.keys()]))];
  const exact = (letters: string): Treffer | undefined => {
    for (const [hoe, rang] of rangen) {
      const [veld, ander] = rang.get(letters) ?? [];
      if (veld !== undefined) return ander === undefined ? { veld, hoe } : undefined;
    }
    return undefined;
  };
  return (letters, bijna = true) => {
    const treffer = exact(letters);
    if (treffer !== undefined || !bijna || letters.length < KORTST) return treffer;
    const gelijkend = namen.filter((naam) => verschiltEenLetter(naam, letters)).map(exact);
    const velden = new Set(gelijkend.flatMap((gevonden) => (gevonden === undefined ? [] : [gevonden.veld])));
    const [veld] = velden;
    return velden.size === 1 && veld !== undefined ? { veld, hoe: 'gelijkend' } : undefined;
  };
}

/** In a shorter name another letter is often another word. */
const KORTST = 8;

function verzamel(
  velden: readonly Veld[],
  namenVan: (veld: Veld) => readonly string[],
): Map<string, Set<Veld>> {
  const namen = new Map<string, Set<Veld>>();
  for (const veld of velden) {
    for (const naam of namenVan(veld).map(plat)) namen.set(naam, (namen.get(naam) ?? new Set()).add(veld));
  }
  return namen;
}

/** Every end of the key, and the title with the groups around it before or behind it. */
function metGroepen({ stappen, groepen, titel }: Veld): string[] {
  const namen = stappen.map((_, vanaf) => stappen.slice(vanaf).join(''));
  for (let vanaf = 0; vanaf < groepen.length; vanaf++) {
    const om = groepen.slice(vanaf).join('');
    namen.push(`${om}${titel}`, `${titel}${om}`);
  }
  return namen;
}

/**
 * People leave out that it is a code: `Niveau opleiding` for `Code niveau opleiding`. Only of a closed list: what
 * stands under `Opleidingsnaam` are names.
 */
function zonderAanloop(veld: Veld): string[] {
  if (veld.schema.enum === undefined) return [];
  const zonder = veld.titel.replace(/^(?:Code|Indicatie) /, '');
  return zonder === veld.titel ? [] : [zonder, ...metGroepen({ ...veld, stappen: [], titel: zonder })];
}

/** Whether one letter more, less or other makes these the same. */
function verschiltEenLetter(een: string, ander: string): boolean {
  const [kort, lang] = een.length <= ander.length ? [een, ander] : [ander, een];
  if (lang.length - kort.length > 1) return false;
  let gelijk = 0;
  while (gelijk < kort.length && kort[gelijk] === lang[gelijk]) gelijk++;
  const rest = kort.length === lang.length ? gelijk + 1 : gelijk;
  return kort.slice(rest) === lang.slice(gelijk + 1);
}
