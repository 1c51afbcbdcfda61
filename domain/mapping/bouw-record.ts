import type { RecordInhoud } from '../soorten/soort.ts';
import type { Stap } from '../werkblad/elementen.ts';
import type { Cel } from '../werkblad/lees-cel.ts';
import { HOOGSTE_AANTAL } from '../validatie/schema-fouten.ts';
import type { Bron, Knoop } from './bouwplan.ts';

/** A cell that could not be read for its field. */
export interface Celfout {
  readonly weg: readonly Stap[];
  readonly bron: Bron;
  readonly tekst: string;
  readonly code: string;
  readonly gezegde: string;
}

/** A record made of one row. */
export interface Gebouwd {
  readonly record: RecordInhoud;
  readonly fouten: readonly Celfout[];
}

type Cellen = readonly (Cel | undefined)[];

/** Makes a record of the cells of a row; elements and groups in which nothing is filled in are left out. */
export function bouwRecord(plan: Knoop, cellen: Cellen): Gebouwd {
  const bouwer = new Bouwer(cellen);
  return { record: (bouwer.bouw(plan) ?? {}) as RecordInhoud, fouten: bouwer.fouten };
}

/** Of every value that this row could have, filled in or not, the column that it comes from. */
export function spoorVan(plan: Knoop, cellen: Cellen): ReadonlyMap<string, number> {
  const bouwer = new Bouwer(cellen, new Map());
  bouwer.bouw(plan);
  return bouwer.spoor ?? new Map<string, number>();
}

const geen: readonly Celfout[] = [];

class Bouwer {
  fouten = geen;
  readonly spoor: Map<string, number> | undefined;
  readonly #cellen: Cellen;
  readonly #weg: Stap[] = [];
  /** The parts of cells that hold a list, and which of them is being read. */
  #delen: ReadonlyMap<Bron, readonly string[]> | undefined;
  #deel = 0;
  /** Values that came from the file itself. */
  #gevuld = 0;

  constructor(cellen: Cellen, spoor?: Map<string, number>) {
    this.#cellen = cellen;
    this.spoor = spoor;
  }

  bouw(knoop: Knoop): unknown {
    switch (knoop.soort) {
      case 'bron':
        return this.#lees(knoop.bron);
      case 'vast':
        return knoop.waarde;
      case 'groep':
        return this.#groep(knoop);
      case 'elementen':
        return this.#elementen(knoop.elementen);
      case 'delen':
        return this.#inDelen(knoop.element, knoop.bronnen);
    }
  }

  #groep({ velden, leeg }: Extract<Knoop, { soort: 'groep' }>): unknown {
    let groep: Record<string, unknown> | undefined;
    for (const [naam, knoop] of velden) {
      this.#weg.push(naam);
      const waarde = this.bouw(knoop);
      this.#weg.pop();
      if (waarde !== undefined) (groep ??= { ...leeg })[naam] = waarde;
    }
    return groep;
  }

  #elementen(knopen: readonly Knoop[]): unknown {
    const elementen: unknown[] = [];
    for (const knoop of knopen) this.#voegToe(elementen, knoop);
    return elementen.length === 0 ? undefined : elementen;
  }

  #inDelen(element: Knoop, bronnen: readonly Bron[]): unknown {
    const delen = new Map<Bron, readonly string[]>();
    let aantal = 0;
    for (const bron of bronnen) {
      const cel = this.#cellen[bron.kolom];
      if (cel === undefined) continue;
      const gesplitst = cel.soort === 'tekst' ? bron.splits(cel.tekst) : [cel.tekst];
      delen.set(bron, gesplitst);
      aantal = Math.max(aantal, gesplitst.length);
    }
    const elementen: unknown[] = [];
    this.#delen = delen;
    for (this.#deel = 0; this.#deel < aantal; this.#deel++) this.#voegToe(elementen, element);
    this.#delen = undefined;
    return elementen.length === 0 ? undefined : elementen;
  }

  /** An element that the file leaves empty is none, even where a fixed value would stand in it. */
  #voegToe(elementen: unknown[], knoop: Knoop): void {
    const eerder = this.#gevuld;
    this.#weg.push(elementen.length);
    const element = this.bouw(knoop);
    this.#weg.pop();
    if (this.#gevuld > eerder && element !== undefined) elementen.push(element);
  }

  #lees(bron: Bron): unknown {
    // Of an element that comes to nothing the next takes the place, and its columns with it.
    this.spoor?.set(alsPad(this.#weg), bron.kolom);
    const cel = this.#cel(bron);
    if (cel === undefined || (cel.tekst === '' && cel.soort !== 'fout')) return undefined;
    const gelezen = bron.lees(cel);
    if (gelezen === undefined) return undefined;
    this.#gevuld++;
    if ('code' in gelezen) this.#meld(bron, cel.tekst, gelezen);
    return gelezen.waarde;
  }

  #cel(bron: Bron): Cel | undefined {
    const cel = this.#cellen[bron.kolom];
    const delen = this.#delen?.get(bron);
    if (delen === undefined || cel === undefined) return cel;
    const tekst = delen[this.#deel] ?? '';
    return tekst === cel.tekst ? cel : { soort: 'tekst', tekst };
  }

  #meld(bron: Bron, tekst: string, { code, gezegde }: { code: string; gezegde: string }): void {
    if (this.fouten.length >= HOOGSTE_AANTAL) return;
    this.fouten = [...this.fouten, { weg: [...this.#weg], bron, tekst, code, gezegde }];
  }
}

const alsPad = (weg: readonly Stap[]): string => weg.map((stap) => `/${stap}`).join('');
