import type { Vergelijking } from '../../../domain/selectie/selectie.ts';
import { type Adem, inStukken } from './adem.ts';
import { gesorteerd } from './gesorteerd.ts';

export type Codes = Uint8Array | Uint16Array | Uint32Array;

/**
 * Leaves of the first `aantal` places those whose record passes: at the front, in their order. Returns how many.
 * A condition at a time over a block of records costs a quarter of a record at a time over all conditions.
 */
export type Zeef = (plaatsen: Uint32Array, aantal: number) => number;

/** The codes from `van` up to and including `tot`; empty when `van` exceeds `tot`. */
export interface Interval {
  readonly van: number;
  readonly tot: number;
}

/**
 * One value of every record as a small number: its place, counted from 1, among the sorted values that occur.
 * 0 stands for "no such value", which no interval includes. Every comparison becomes an interval of codes.
 */
export class Kolom {
  readonly codes: Codes;
  readonly #waarden: readonly (string | number)[];

  constructor(waarden: readonly (string | number)[], codes: Codes) {
    this.#waarden = waarden;
    this.codes = codes;
  }

  /** How many different values occur. */
  get aantalWaarden(): number {
    return this.#waarden.length;
  }

  zeef(vergelijking: Vergelijking): Zeef {
    const { codes } = this;
    const { van, tot } = this.interval(vergelijking);
    return (plaatsen, aantal) => {
      let over = 0;
      for (let i = 0; i < aantal; i += 1) {
        const plaats = plaatsen[i] ?? 0;
        const code = codes[plaats] ?? 0;
        plaatsen[over] = plaats;
        // 1 within the interval, else 0, by the sign bits: nobody can guess which records pass, a processor neither.
        over += 1 - (((code - van) | (tot - code)) >>> 31);
      }
      return over;
    };
  }

  interval({ operator, waarde }: Vergelijking): Interval {
    const aantal = this.#waarden.length;
    const kleiner = this.#ondergrens(waarde);
    const gelijk = this.#waarden[kleiner] === waarde;
    switch (operator) {
      case '$eq':
        return gelijk ? { van: kleiner + 1, tot: kleiner + 1 } : { van: 1, tot: 0 };
      case '$gte':
        return { van: kleiner + 1, tot: aantal };
      case '$lte':
        return { van: 1, tot: gelijk ? kleiner + 1 : kleiner };
      case '$lt':
        return { van: 1, tot: kleiner };
    }
  }

  /** How many of the sorted values are smaller than `waarde`; text goes by code unit. */
  #ondergrens(waarde: string | number): number {
    let [laag, hoog] = [0, this.#waarden.length];
    while (laag < hoog) {
      const midden = (laag + hoog) >>> 1;
      if ((this.#waarden[midden] ?? waarde) < waarde) laag = midden + 1;
      else hoog = midden;
    }
    return laag;
  }
}

/** Collects a column value by value. Values of another type than the contract's never match: they are left out. */
export class KolomOpbouw {
  readonly #type: 'string' | 'number';
  readonly #nummers = new Map<string | number, number>();
  #rij = new Uint32Array(256);
  #lengte = 0;

  constructor(type: 'string' | 'number') {
    this.#type = type;
  }

  voegToe(waarde: unknown): void {
    if (this.#lengte === this.#rij.length) this.#rij = verdubbeld(this.#rij);
    this.#rij[this.#lengte] = typeof waarde === this.#type ? this.#nummer(waarde as string | number) : 0;
    this.#lengte += 1;
  }

  /** The finished column, once, with the values in the order that `volgorde` names (old places, in new order). */
  async rondAf(volgorde: Uint32Array, adem: Adem): Promise<Kolom> {
    const waarden = await gesorteerd([...this.#nummers.keys()], adem);
    const code = new Uint32Array(waarden.length + 1);
    await inStukken(waarden.length, adem, (index) => {
      code[this.#nummers.get(waarden[index] ?? '') ?? 0] = index + 1;
    });
    const codes = codesVoor(waarden.length, volgorde.length);
    await inStukken(codes.length, adem, (i) => {
      codes[i] = code[this.#rij[volgorde[i] ?? 0] ?? 0] ?? 0;
    });
    // The columns that follow need the memory.
    this.#nummers.clear();
    this.#rij = new Uint32Array();
    return new Kolom(waarden, codes);
  }

  #nummer(waarde: string | number): number {
    const bekend = this.#nummers.get(waarde);
    if (bekend !== undefined) return bekend;
    const nieuw = this.#nummers.size + 1;
    this.#nummers.set(waarde, nieuw);
    return nieuw;
  }
}

/** Room for `aantal` numbers from 0 up to `hoogste`, as small as can be. */
export function codesVoor(hoogste: number, aantal: number): Codes {
  if (hoogste < 2 ** 8) return new Uint8Array(aantal);
  return hoogste < 2 ** 16 ? new Uint16Array(aantal) : new Uint32Array(aantal);
}

/** The same numbers with as much room again. */
export function verdubbeld(rij: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const ruimer = new Uint32Array(rij.length * 2);
  ruimer.set(rij);
  return ruimer;
}
