import type { MatchBestand } from './match-bestand.ts';

const BEGIN = { meer: head(true), alles: head(false) };
const EINDE = Buffer.from(']}');

/** Reading over a gap of this many bytes costs less than another system call (1.2 µs; 32 KB more is 0.8 µs). */
const OVERBRUGBAAR = 32 * 1024;
/** Shared by all: reading is synchronous, so nobody else can be in the middle of using it. */
const kladblok = Buffer.allocUnsafe(512 * 1024);

function head(meer: boolean): Buffer {
  return Buffer.from(`{"maximumAantalResultatenBereikt":${meer},"matches":[`);
}

/** The matches of a publicatie, each as JSON with a comma after it, in the order of the index. */
export class Matches {
  readonly #bestand: MatchBestand;
  readonly #begin: Float64Array;

  /** `begin` holds where each match begins, and at the end where the last one ends. */
  constructor(bestand: MatchBestand, begin: Float64Array) {
    this.#bestand = bestand;
    this.#begin = begin;
  }

  /** The body of the answer to a search. */
  antwoord(plaatsen: readonly number[], meer: boolean): Buffer {
    const begin = meer ? BEGIN.meer : BEGIN.alles;
    const lengte = plaatsen.reduce((som, plaats) => som + this.#lengte(plaats, plaats), begin.length);
    const antwoord = Buffer.allocUnsafe(lengte + EINDE.length);
    begin.copy(antwoord);
    let geschreven = begin.length;
    for (let i = 0; i < plaatsen.length;) {
      const einde = this.#reeks(plaatsen, i);
      geschreven += this.#leesReeks(plaatsen.slice(i, einde), antwoord, geschreven);
      i = einde;
    }
    // The comma after the last match gives way.
    if (plaatsen.length > 0) geschreven -= 1;
    EINDE.copy(antwoord, geschreven);
    return antwoord.subarray(0, geschreven + EINDE.length);
  }

  sluit(): Promise<void> {
    return this.#bestand.sluit();
  }

  /** The matches from the `van`th on that lie near enough to be read at once: up to, not including, this one. */
  #reeks(plaatsen: readonly number[], van: number): number {
    const eerste = plaatsen[van] ?? 0;
    let tot = van + 1;
    for (; tot < plaatsen.length; tot += 1) {
      const [vorige, deze] = [plaatsen[tot - 1] ?? 0, plaatsen[tot] ?? 0];
      if (deze <= vorige || this.#gat(vorige, deze) > OVERBRUGBAAR) break;
      if (this.#lengte(eerste, deze) > kladblok.length) break;
    }
    return tot;
  }

  #leesReeks(plaatsen: readonly number[], doel: Buffer, naar: number): number {
    const [eerste = 0, laatste = eerste] = [plaatsen[0], plaatsen.at(-1)];
    const plaats = this.#begin[eerste] ?? 0;
    const lengte = this.#lengte(eerste, laatste);
    if (laatste - eerste === plaatsen.length - 1) {
      this.#bestand.lees(doel, naar, lengte, plaats);
      return lengte;
    }
    this.#bestand.lees(kladblok, 0, lengte, plaats);
    let geschreven = 0;
    for (const nummer of plaatsen) {
      const van = (this.#begin[nummer] ?? 0) - plaats;
      geschreven += kladblok.copy(doel, naar + geschreven, van, van + this.#lengte(nummer, nummer));
    }
    return geschreven;
  }

  #gat(vorige: number, volgende: number): number {
    return (this.#begin[volgende] ?? 0) - (this.#begin[vorige + 1] ?? 0);
  }

  #lengte(eerste: number, laatste: number): number {
    return (this.#begin[laatste + 1] ?? 0) - (this.#begin[eerste] ?? 0);
  }
}
