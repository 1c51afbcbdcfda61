/** Bytes that are set aside at a time; a batch seldom holds more. */
const stukGrootte = 2 * 1024 * 1024;

/**
 * The texts of one batch as UTF-8, outside the heap. As strings they would live just long enough to be taken for
 * what stays, and clearing them up would cost a fifth of reading a large file.
 */
export class Teksten {
  #stuk = Buffer.alloc(0);
  #gebruikt = 0;

  /** Holds until `wis`. */
  neem(tekst: string): Buffer {
    // No character takes more.
    const hoogstens = tekst.length * 3;
    if (this.#gebruikt + hoogstens > this.#stuk.length) {
      this.#stuk = Buffer.allocUnsafeSlow(Math.max(stukGrootte, hoogstens));
      this.#gebruikt = 0;
    }
    const begin = this.#gebruikt;
    this.#gebruikt += this.#stuk.write(tekst, begin);
    return this.#stuk.subarray(begin, this.#gebruikt);
  }

  /** Forgets what was taken: its place is used again. */
  wis(): void {
    this.#gebruikt = 0;
  }
}
