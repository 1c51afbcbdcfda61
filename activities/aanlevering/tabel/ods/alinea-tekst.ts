import type { Attributen } from '../xml/naamruimten.ts';

const WIT = /[\t\n\r ]+/g;
const REGELEINDE = /[\n\r]/;

/**
 * Puts the paragraphs of a cell together; a new paragraph is a new line in the cell. By OpenDocument 1.3 (part 3,
 * 6.1.2) white space counts once and not at the ends, and `text:s` stands for the other spaces. LibreOffice does not
 * keep to that: it writes the space that a text ends with as it is, and shows every space that it reads. What the
 * user sees goes before the rule, so that only white space with a line break in it, the indentation of a file that
 * was written for people, is collapsed. `hoogstens` bounds what one tag can ask for.
 */
export class AlineaTekst {
  readonly #hoogstens: number;
  #tekst = '';
  #alineas = 0;
  /** Whether indentation that comes now would stand at the beginning or after other indentation. */
  #naInspringing = true;

  constructor(hoogstens: number) {
    this.#hoogstens = hoogstens;
  }

  begin(): void {
    if (this.#alineas++ > 0) this.#voeg('\n');
    this.#naInspringing = true;
  }

  eind(): void {
    if (this.#naInspringing && this.#tekst.endsWith(' ')) this.#tekst = this.#tekst.slice(0, -1);
  }

  hoor(tekst: string): void {
    if (!REGELEINDE.test(tekst)) {
      if (tekst !== '') this.#voeg(tekst);
      return;
    }
    const stukken = tekst.replace(WIT, (wit) => (REGELEINDE.test(wit) ? '\n' : wit)).split('\n');
    for (const [index, stuk] of stukken.entries()) {
      if (index > 0 && !this.#naInspringing) {
        this.#voeg(' ');
        this.#naInspringing = true;
      }
      if (stuk !== '') this.#voeg(stuk);
    }
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
    this.#naInspringing = false;
  }

  #aantal(c = '1'): number {
    return Math.min(Math.max(Math.trunc(Number(c)) || 1, 0), this.#hoogstens + 1);
  }
}
