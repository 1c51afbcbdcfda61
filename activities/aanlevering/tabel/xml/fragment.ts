/** One element of a document, by itself: what lies around it is not parsed again. */
export interface XmlFragment {
  /** The tags around it, in which its prefixes are declared, and its own. */
  readonly kop: string;
  /** From after its own start tag up to and including its end tag, in UTF-16 units of the text. */
  readonly van: number;
  readonly tot: number;
  /** What closes the tags around it. */
  readonly staart: string;
}

/** Cuts a fragment out of the text of a document, which comes in pieces. */
export class Uitsnede {
  readonly #fragment: XmlFragment;
  #hier = 0;

  constructor(fragment: XmlFragment) {
    this.#fragment = fragment;
  }

  /** What of the next piece belongs to the fragment. */
  neem(tekst: string): string {
    const { kop, van, tot, staart } = this.#fragment;
    const begin = this.#hier;
    this.#hier += tekst.length;
    if (this.#hier <= van || begin >= tot) return '';
    const deel = tekst.slice(Math.max(van - begin, 0), tot - begin);
    return `${begin <= van ? kop : ''}${deel}${this.klaar ? staart : ''}`;
  }

  /** Whether the whole fragment was taken. */
  get klaar(): boolean {
    return this.#hier >= this.#fragment.tot;
  }
}
