import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

/** Characters that are put together before they go out. */
const vol = 64 * 1024;

/** A text file in UTF-8 with its mark, by which Excel knows it, written no faster than it is taken. */
export class Regels {
  readonly #uit: Writable;
  #tekst = '\uFEFF';

  constructor(uit: Writable) {
    this.#uit = uit;
  }

  async schrijf(regel: string): Promise<void> {
    this.#tekst += regel;
    if (this.#tekst.length >= vol) await this.#stuur();
  }

  async sluit(): Promise<void> {
    await this.#stuur();
    this.#uit.end();
    await finished(this.#uit);
  }

  async #stuur(): Promise<void> {
    const tekst = this.#tekst;
    this.#tekst = '';
    if (tekst !== '' && !this.#uit.write(tekst)) await once(this.#uit, 'drain');
  }
}
