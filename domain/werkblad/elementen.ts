import type { Blad } from './blad.ts';
import { leesCel } from './lees-cel.ts';
import type { Bladrij } from './rij.ts';
import { metWaarde, waardeLangs } from './weg.ts';

/** A name of a field or an index in a list. */
export type Stap = string | number;

/** A list in a record, and the way to it. */
interface LijstInRecord {
  readonly weg: readonly Stap[];
  readonly elementen: unknown[];
}

/** Why a row belongs to no element. */
interface Weigering {
  readonly code: string;
  readonly melding: string;
}

interface Element {
  readonly weg: readonly Stap[];
  readonly inhoud: unknown;
}

/** The elements of one record that rows of other sheets belong to, by their numbers. */
export class Elementen {
  readonly #hoofd: Element;
  readonly #genummerd = new Map<Blad, Map<string, Element>>();

  constructor(record: unknown) {
    this.#hoofd = { weg: [], inhoud: record };
  }

  /** The list that this row adds an element to; made, empty, where it was not there yet. */
  lijstVoor(rij: Bladrij): LijstInRecord | Weigering {
    const { blad } = rij.kop;
    const ouder = this.#ouderVan(rij);
    if ('melding' in ouder) return ouder;
    const eigen = nummers(rij).eigen;
    if (eigen !== '' && this.#genummerd.get(blad)?.has(sleutel(rij, eigen))) return dubbelNummer(blad);
    const weg = [...ouder.weg, ...blad.weg];
    const lijst = waardeLangs(ouder.inhoud, blad.weg);
    if (Array.isArray(lijst)) return { weg, elementen: lijst };
    const elementen: unknown[] = [];
    metWaarde(ouder.inhoud, blad.weg, elementen);
    return { weg, elementen };
  }

  voegToe(rij: Bladrij, { weg, elementen }: LijstInRecord, inhoud: unknown): void {
    elementen.push(inhoud);
    const { blad } = rij.kop;
    if (blad.nummer === undefined) return;
    const genummerd = this.#genummerd.get(blad) ?? new Map<string, Element>();
    this.#genummerd.set(blad, genummerd);
    const nummer = nummers(rij).eigen || `${elementen.length}`;
    genummerd.set(sleutel(rij, nummer), { weg: [...weg, elementen.length - 1], inhoud });
  }

  #ouderVan(rij: Bladrij): Element | Weigering {
    const ouder = rij.kop.blad.ouder;
    if (ouder?.ouder === undefined) return this.#hoofd;
    const genummerd = this.#genummerd.get(ouder) ?? new Map<string, Element>();
    const { boven } = nummers(rij);
    const enige = genummerd.size === 1 ? [...genummerd.values()][0] : undefined;
    if (boven.every((nummer) => nummer === '') && enige !== undefined) return enige;
    return genummerd.get(boven.join('/')) ?? onbekendNummer(ouder);
  }
}

const onbekendNummer = (ouder: Blad): Weigering => ({
  code: 'onbekend-nummer',
  melding: `Deze rij hoort bij geen rij van het blad “${ouder.naam}”: vul in de kolom “${ouder.nummer?.titel ?? ''}” het nummer in dat daar bij dit ID staat.`,
});

const dubbelNummer = ({ nummer }: Blad): Weigering => ({
  code: 'dubbel-nummer',
  melding: `Dit nummer in de kolom “${nummer?.titel ?? ''}” staat al bij een andere rij met dit ID: geef elke rij een eigen nummer.`,
});

/** The numbers of a row: of the elements that it lies in, from the outside in, and its own; empty where blank. */
function nummers({ kop: { blad }, cellen }: Bladrij): { boven: string[]; eigen: string } {
  const boven: string[] = [];
  let eigen = '';
  for (const [index, kolom] of blad.kolommen.entries()) {
    if (kolom.rol !== 'nummer') continue;
    const nummer = `${leesCel(kolom.schema, cellen[index])?.waarde ?? ''}`;
    if (kolom === blad.nummer) eigen = nummer;
    else boven.push(nummer);
  }
  return { boven, eigen };
}

const sleutel = (rij: Bladrij, eigen: string): string => [...nummers(rij).boven, eigen].join('/');
