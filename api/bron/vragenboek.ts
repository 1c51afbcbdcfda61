import type { Selectie } from '../../domain/selectie/selectie.ts';

/** Enough for every question that VUM has under way at one time. */
const HOOGSTENS = 1000;
/** A longer question is rare and not worth its place. */
const HOOGSTENS_BYTES = 4096;

/**
 * Remembers the questions of late. VUM puts each question to every gemeente, so the same bytes come hundreds
 * of times in a row; what they mean depends on nothing else and need be read only once.
 */
export class Vragenboek {
  readonly #gelezen = new Map<string, Selectie>();

  /** The selection in these bytes; `lees` finds out, or throws, when they are new. */
  selectie(bytes: Buffer, lees: () => Selectie): Selectie {
    if (bytes.length > HOOGSTENS_BYTES) return lees();
    const sleutel = bytes.toString('latin1');
    const bekend = this.#gelezen.get(sleutel);
    if (bekend) return bekend;
    const selectie = lees();
    // A Map keeps the order of arrival: the oldest goes.
    const [oudste] = this.#gelezen.keys();
    if (this.#gelezen.size >= HOOGSTENS && oudste !== undefined) this.#gelezen.delete(oudste);
    this.#gelezen.set(sleutel, selectie);
    return selectie;
  }
}
