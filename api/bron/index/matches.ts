import type { MatchBestand } from './match-bestand.ts';

const BEGIN = { meer: head(true), alles: head(false) };
const EINDE = Buffer.from(']}');

/**
 * Reading over a gap of up to this many bytes costs less than another system call. Not more: over a million profiles
 * what lies in a gap comes from memory, and displaces what the processor had at hand.
 */
const OVERBRUGBAAR = 4 * 1024;

function head(meer: boolean): Buffer {
  return Buffer.from(`{"maximumAantalResultatenBereikt":${meer},"matches":[`);
}

/** Lends memory of at least so many bytes, with anything in it. */
export type Leen = (bytes: number) => Buffer;

/** The matches of a publicatie, each as JSON with a comma after it, in the order of the index. */
export class Matches {
  readonly #bestand: MatchBestand;
  readonly #begin: Float64Array;

  /** `begin` holds where each match begins, and at the end where the last one ends. */
  constructor(bestand: MatchBestand, begin: Float64Array) {
    this.#bestand = bestand;
    this.#begin = begin;
  }

  /** The body of the answer to a search, at the front of lent memory. */
  antwoord(plaatsen: readonly number[], meer: boolean, leen: Leen): Buffer {
    const begin = meer ? BEGIN.meer : BEGIN.alles;
    const geheugen = leen(begin.length + this.#lengte(plaatsen) + EINDE.length);
    begin.copy(geheugen);
    let geschreven = begin.length;
    for (let i = 0; i < plaatsen.length;) {
      const einde = this.#reeks(plaatsen, i, geheugen.length - geschreven);
      geschreven = this.#leesReeks(plaatsen, i, einde, geheugen, geschreven);
      i = einde;
    }
    // The comma after the last match gives way.
    if (plaatsen.length > 0) geschreven -= 1;
    EINDE.copy(geheugen, geschreven);
    return geheugen.subarray(0, geschreven + EINDE.length);
  }

  sluit(): Promise<void> {
    return this.#bestand.sluit();
  }

  #lengte(plaatsen: readonly number[]): number {
    let som = 0;
    for (const plaats of plaatsen) som += (this.#begin[plaats + 1] ?? 0) - (this.#begin[plaats] ?? 0);
    return som;
  }

  /** The matches from the `van`th on that are read at once, gaps included, into `ruimte` bytes: up to this one. */
  #reeks(plaatsen: readonly number[], van: number, ruimte: number): number {
    const eerste = plaatsen[van] ?? 0;
    const tot = (this.#begin[eerste] ?? 0) + ruimte;
    let [volgende, vorige] = [van + 1, eerste];
    for (; volgende < plaatsen.length; volgende += 1) {
      const deze = plaatsen[volgende] ?? 0;
      if (deze <= vorige || (this.#begin[deze + 1] ?? 0) > tot) break;
      if ((this.#begin[deze] ?? 0) - (this.#begin[vorige + 1] ?? 0) > OVERBRUGBAAR) break;
      vorige = deze;
    }
    return volgende;
  }

  /** Reads the matches from the `van`th up to the `tot`th to `naar`, and closes the gaps. Returns where they end. */
  #leesReeks(plaatsen: readonly number[], van: number, tot: number, doel: Buffer, naar: number): number {
    const begin = this.#begin[plaatsen[van] ?? 0] ?? 0;
    this.#bestand.lees(doel, naar, (this.#begin[(plaatsen[tot - 1] ?? 0) + 1] ?? 0) - begin, begin);
    let einde = naar;
    for (let i = van; i < tot; i += 1) {
      const plaats = plaatsen[i] ?? 0;
      const deze = naar + (this.#begin[plaats] ?? 0) - begin;
      const lengte = (this.#begin[plaats + 1] ?? 0) - (this.#begin[plaats] ?? 0);
      if (deze !== einde) doel.copyWithin(einde, deze, deze + lengte);
      einde += lengte;
    }
    return einde;
  }
}
