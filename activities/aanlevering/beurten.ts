/** Lets so many tasks run at once and makes the others wait, first come, first served. */
export class Beurten {
  #vrij: number;
  readonly #wachtenden = new Set<() => void>();

  constructor(aantal: number) {
    this.#vrij = aantal;
  }

  /** Throws the reason of `signal` when that aborts before the turn has come. */
  async neem<T>(signal: AbortSignal, taak: () => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    if (this.#vrij > 0) this.#vrij--;
    else await this.#wacht(signal);
    try {
      return await taak();
    } finally {
      this.#geefDoor();
    }
  }

  async #wacht(signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const stop = () => {
        this.#wachtenden.delete(beurt);
        reject(signal.reason as Error);
      };
      const beurt = () => {
        signal.removeEventListener('abort', stop);
        resolve();
      };
      signal.addEventListener('abort', stop, { once: true });
      this.#wachtenden.add(beurt);
    });
  }

  #geefDoor(): void {
    const [volgende] = this.#wachtenden;
    if (!volgende) {
      this.#vrij++;
      return;
    }
    this.#wachtenden.delete(volgende);
    volgende();
  }
}
