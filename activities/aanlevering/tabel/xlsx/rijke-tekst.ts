import { ontsnap } from './ontsnap.ts';

/** Puts the runs of a rich string together (`si`, `is`). Phonetic runs are a reading aid, not the text. */
export class RijkeTekst {
  #tekst = '';
  #inT = false;
  #fonetisch = 0;

  open(naam: string): void {
    if (naam === 'rPh') this.#fonetisch++;
    else this.#inT = naam === 't' && this.#fonetisch === 0;
  }

  sluit(naam: string): void {
    if (naam === 'rPh') this.#fonetisch--;
    this.#inT = false;
  }

  hoor(tekst: string): void {
    if (this.#inT) this.#tekst += tekst;
  }

  /** The whole text; the next one starts empty. */
  neem(): string {
    const tekst = ontsnap(this.#tekst);
    this.#tekst = '';
    return tekst;
  }
}
