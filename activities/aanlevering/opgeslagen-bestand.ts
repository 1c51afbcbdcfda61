import type { Knex } from 'knex';
import { deelGrootte, readDeel } from '../../db/aanlevering-delen.ts';
import type { Bestand } from './bestand.ts';

/** The file of an upload, read from the pieces in the database, one piece in memory at a time. */
export class OpgeslagenBestand implements Bestand {
  readonly grootte: number;
  readonly #db: Knex;
  readonly #aanleveringId: string;
  /** The piece read last: readers of zip files come back to the same place. */
  #deel: { readonly volgnummer: number; readonly inhoud: Buffer } | undefined;

  constructor(db: Knex, aanleveringId: string, grootte: number) {
    this.#db = db;
    this.#aanleveringId = aanleveringId;
    this.grootte = grootte;
  }

  async lees(van: number, lengte: number): Promise<Uint8Array> {
    const tot = Math.min(van + lengte, this.grootte);
    const stukken: Buffer[] = [];
    for (let hier = van; hier < tot;) {
      const stuk = (await this.#vanaf(hier)).subarray(0, tot - hier);
      stukken.push(stuk);
      hier += stuk.length;
    }
    return stukken.length === 1 && stukken[0] ? stukken[0] : Buffer.concat(stukken);
  }

  async *stroom(vanaf = 0): AsyncGenerator<Uint8Array> {
    for (let hier = vanaf; hier < this.grootte;) {
      const stuk = await this.#vanaf(hier);
      yield stuk;
      hier += stuk.length;
    }
  }

  /** What is left, from this byte on, of the piece in which it lies. */
  async #vanaf(byte: number): Promise<Buffer> {
    const volgnummer = Math.floor(byte / deelGrootte);
    if (this.#deel?.volgnummer !== volgnummer) {
      const inhoud = await readDeel(this.#db, this.#aanleveringId, volgnummer);
      if (inhoud === undefined) throw new Error(`Piece ${volgnummer} of the file is missing`);
      this.#deel = { volgnummer, inhoud };
    }
    return this.#deel.inhoud.subarray(byte % deelGrootte);
  }
}
