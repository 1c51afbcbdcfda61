interface Lopend<T> {
  readonly antwoord: Promise<T>;
  readonly afbreken: AbortController;
}

/**
 * The questions that this process is asking at this moment. Who comes for one that is being asked already
 * waits for its answer, instead of asking VUM, and every bron behind it, a second time.
 */
export class LopendeVragen<T> {
  readonly #lopend = new Map<string, Lopend<T>>();

  /** Asks, or joins; `signal` takes the question back for everybody who waits. */
  stel(id: string, doe: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const { antwoord, afbreken } = this.#lopend.get(id) ?? this.#begin(id, doe);
    signal?.addEventListener('abort', () => afbreken.abort(), { once: true });
    return antwoord;
  }

  #begin(id: string, doe: (signal: AbortSignal) => Promise<T>): Lopend<T> {
    const afbreken = new AbortController();
    const antwoord = doe(afbreken.signal).finally(() => this.#lopend.delete(id));
    // It may fail while nobody waits; whoever comes next asks anew.
    antwoord.catch(() => undefined);
    const lopend = { antwoord, afbreken };
    this.#lopend.set(id, lopend);
    return lopend;
  }
}
