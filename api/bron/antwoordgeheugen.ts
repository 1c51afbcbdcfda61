/** Enough for nearly every answer, with room for what is read along between its matches. */
const STUK = 512 * 1024;
/** As many stay ready as VUM has connections on a busy day; more are made when needed, and left to the collector. */
const HOOGSTENS_GEREED = 32;

/**
 * Memory for answers, used again and again: new memory of this size for every answer costs more than finding what
 * goes into it. Nobody but its borrower may look at a piece until it was given back.
 */
export class Antwoordgeheugen {
  readonly #gereed: Buffer[] = [];
  readonly #uitgeleend = new WeakSet<ArrayBufferLike>();

  /** At least so many bytes. What is never given back is left to the collector. */
  leen(bytes: number): Buffer {
    if (bytes > STUK) return Buffer.allocUnsafe(bytes);
    // The last one given back is the one that the processor still has at hand.
    const stuk = this.#gereed.pop() ?? Buffer.allocUnsafeSlow(STUK);
    this.#uitgeleend.add(stuk.buffer);
    return stuk;
  }

  /** Takes back lent memory, or part of it, once and only once; anything else is left alone. */
  neemTerug({ buffer }: Buffer): void {
    if (!this.#uitgeleend.delete(buffer) || this.#gereed.length >= HOOGSTENS_GEREED) return;
    this.#gereed.push(Buffer.from(buffer));
  }
}
