import { ontsnap } from './ontsnap.ts';

/** A character that XML cannot hold takes seven: `_x000D_`. */
const PER_TEKEN = 7;

/** Puts pieces of an escaped text together, as far as they can matter for a text of `hoogstens` characters. */
export const voegToe = (tekst: string, deel: string, hoogstens: number): string =>
  tekst.length > PER_TEKEN * (hoogstens + 1) ? tekst : tekst + deel;

/**
 * Puts the runs of a rich string together (`si`, `is`). Phonetic runs are a reading aid, not the text. Of a text that
 * is longer than `hoogstens` characters enough is kept to tell.
 */
export class RijkeTekst {
  readonly #hoogstens: number;
  #tekst = '';
  #inT = false;
  #fonetisch = 0;

  constructor(hoogstens: number) {
    this.#hoogstens = hoogstens;
  }

  open(naam: string): void {
    if (naam === 'rPh') this.#fonetisch++;
    else this.#inT = naam === 't' && this.#fonetisch === 0;
  }

  sluit(naam: string): void {
    if (naam === 'rPh') this.#fonetisch--;
    this.#inT = false;
  }

  hoor(tekst: string): void {
    if (this.#inT) this.#tekst = voegToe(this.#tekst, tekst, this.#hoogstens);
  }

  /** The whole text; the next one starts empty. */
  neem(): string {
    const tekst = ontsnap(this.#tekst);
    this.#tekst = '';
    return tekst;
  }
}
