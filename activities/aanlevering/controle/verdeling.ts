/** A batch is full at either of these: they bound memory, and the time that one transaction takes. */
const vol = { records: 1_000, omvang: 2 * 1024 * 1024 };

/** Several threads read one file; each works out the batches that fall to it. */
export interface Aandeel {
  /** 0 is the first. */
  readonly wie: number;
  readonly van: number;
}

/**
 * Divides the records of a file over batches, and the batches over threads in turn. What a record holds does not
 * matter, so that every thread comes to the same batches without working out the records of the others.
 */
export class Verdeling {
  readonly #aandeel: Aandeel;
  #partij = 0;
  #records = 0;
  #omvang = 0;
  #blad: string | undefined;

  constructor(aandeel: Aandeel = { wie: 0, van: 1 }) {
    this.#aandeel = aandeel;
  }

  /**
   * To be called for every record, in the order of the file: the number of its batch, or undefined when another
   * thread works it out. `omvang`: about how many characters it holds. Rows of two sheets do not go together:
   * their numbers would say nothing.
   */
  neem(omvang: number, blad?: string): number | undefined {
    if (this.#isVol || blad !== this.#blad) this.#volgende();
    this.#blad = blad;
    this.#records++;
    this.#omvang += omvang;
    return this.#partij % this.#aandeel.van === this.#aandeel.wie ? this.#partij : undefined;
  }

  get #isVol(): boolean {
    return this.#records >= vol.records || this.#omvang >= vol.omvang;
  }

  #volgende(): void {
    if (this.#records > 0) this.#partij++;
    this.#records = 0;
    this.#omvang = 0;
  }
}
