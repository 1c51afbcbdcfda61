import { type Coordinaat, haversine, type Postcodes } from '../../../domain/selectie/afstand.ts';
import { verdubbeld } from './kolom.ts';

/** Places at one distance, as ranges of records: from, up to and not including. */
export interface Ring {
  readonly km: number;
  readonly reeksen: readonly (readonly [van: number, tot: number])[];
}

/** The places of a publicatie's records. Records lie ordered by place, so each place is one range. */
export class Locaties {
  readonly #plaatsen: readonly Coordinaat[];
  readonly #begin: Uint32Array;

  constructor(plaatsen: readonly Coordinaat[], begin: Uint32Array) {
    this.#plaatsen = plaatsen;
    this.#begin = begin;
  }

  /** The places within `afstand` kilometres, nearest first; places at the very same distance together. */
  rondom(middelpunt: Coordinaat, afstand: number): Ring[] {
    const binnen: { km: number; reeksen: [number, number][] }[] = [];
    this.#plaatsen.forEach((plaats, nummer) => {
      const km = haversine(middelpunt, plaats);
      if (km > afstand) return;
      binnen.push({ km, reeksen: [[this.#begin[nummer] ?? 0, this.#begin[nummer + 1] ?? 0]] });
    });
    binnen.sort((a, b) => a.km - b.km);
    return binnen.filter((ring, index) => {
      const vorige = binnen[index - 1];
      if (vorige?.km !== ring.km) return true;
      // Handed on, so that a third place at this distance ends up with the first as well.
      vorige.reeksen.push(...ring.reeksen);
      ring.reeksen = vorige.reeksen;
      return false;
    });
  }
}

/** Collects the place of each record. */
export class LocatiesOpbouw {
  readonly #postcodes: Postcodes;
  readonly #nummers = new Map<Coordinaat, number>();
  #rij = new Uint32Array(256);
  #aantal = 0;

  constructor(postcodes: Postcodes) {
    this.#postcodes = postcodes;
  }

  /** Whether the record can be found at all: a record without a known postcode is in no search area. */
  voegToe(postcode: unknown): boolean {
    const plaats =
      typeof postcode === 'string' ? this.#postcodes.coordinaat(postcode.slice(0, 4)) : undefined;
    if (!plaats) return false;
    if (this.#aantal === this.#rij.length) this.#rij = verdubbeld(this.#rij);
    let nummer = this.#nummers.get(plaats);
    if (nummer === undefined) this.#nummers.set(plaats, (nummer = this.#nummers.size));
    this.#rij[this.#aantal] = nummer;
    this.#aantal += 1;
    return true;
  }

  /** The places, and the order of the records by place; within a place they keep the order they came in. */
  rondAf(): { locaties: Locaties; volgorde: Uint32Array } {
    const rij = this.#rij.subarray(0, this.#aantal);
    const begin = new Uint32Array(this.#nummers.size + 1);
    for (const nummer of rij) begin[nummer + 1] = (begin[nummer + 1] ?? 0) + 1;
    for (let nummer = 1; nummer < begin.length; nummer += 1)
      begin[nummer] = (begin[nummer] ?? 0) + (begin[nummer - 1] ?? 0);
    const volgende = begin.slice();
    const volgorde = new Uint32Array(this.#aantal);
    rij.forEach((nummer, record) => {
      const plaats = volgende[nummer] ?? 0;
      volgorde[plaats] = record;
      volgende[nummer] = plaats + 1;
    });
    return { locaties: new Locaties([...this.#nummers.keys()], begin), volgorde };
  }
}
