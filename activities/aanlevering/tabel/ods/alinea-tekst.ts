import type { Attributen } from '../xml/naamruimten.ts';

const WIT = /[\t\n\r ]+/g;

/**
 * Puts the paragraphs of a cell together (OpenDocument 1.3 part 3, 6.1): white space counts once, `text:s` stands
 * for the other spaces, and a new paragraph is a new line in the cell. `hoogstens` bounds what one tag can ask for.
 */
export class AlineaTekst {
  readonly #hoogstens: number;
  #tekst = '';
  #alineas = 0;
  /** Whether white space that comes now would be the second in a row. */
  #naWit = true;

  constructor(hoogstens: number) {
    this.#hoogstens = hoogstens;
  }

  begin(): void {
    if (this.#alineas++ > 0) this.#tekst += '\n';
    this.#naWit = true;
  }

  eind(): void {
    if (this.#naWit && this.#tekst.endsWith(' ')) this.#tekst = this.#tekst.slice(0, -1);
  }

  hoor(tekst: string): void {
    let nieuw = tekst.replace(WIT, ' ');
    if (this.#naWit && nieuw.startsWith(' ')) nieuw = nieuw.slice(1);
    if (nieuw === '' || this.#tekst.length > this.#hoogstens) return;
    this.#tekst += nieuw;
    this.#naWit = nieuw.endsWith(' ');
  }

  /** An element within a paragraph that stands for characters. */
  open(naam: string, a: Attributen): void {
    if (naam === 'text:s') this.#voeg(' '.repeat(this.#aantal(a['text:c'])));
    else if (naam === 'text:line-break') this.#voeg('\n');
    else if (naam === 'text:tab') this.#voeg('\t');
  }

  /** The text of the cell, one character longer than allowed at the least when it is too long. */
  neem(): string {
    const tekst = this.#tekst;
    this.#tekst = '';
    this.#alineas = 0;
    return tekst;
  }

  #voeg(tekens: string): void {
    if (this.#tekst.length <= this.#hoogstens) this.#tekst += tekens;
    this.#naWit = false;
  }

  #aantal(c = '1'): number {
    return Math.min(Math.max(Math.trunc(Number(c)) || 1, 0), this.#hoogstens + 1);
  }
}
