import { DetailvraagLoopt, TeDruk } from '../../domain/zoekvragen/fouten.ts';
import type { DetailAntwoord } from '../vum/valideer-antwoord.ts';

/** One person waiting in this process for one detail. */
export interface Wachtende {
  readonly vumID: string;
  readonly correlatieId: string;
  /** Fires when the asker has gone: nobody is left to show the answer to. */
  readonly signal: AbortSignal;
}

interface Plaats {
  readonly wachtende: Wachtende;
  readonly geef: (detail: DetailAntwoord) => void;
}

/**
 * Where a detail passes from VUM's answer to the response for the asker: in this process's memory, as long as
 * the asker's request lasts and no longer. Nothing else in UM ever holds a detail.
 */
export class Wachtkamer {
  readonly #plaatsen = new Map<string, Plaats>();
  readonly #hoogstens: number;

  /** `hoogstens`: waiting requests; with answers of at most 1 MiB this bounds the memory. */
  constructor(hoogstens = 200) {
    this.#hoogstens = hoogstens;
  }

  /**
   * Runs `doe` with the detail that is to come (it may never), and forgets about it when `doe` ends, however
   * it ends. Throws `TeDruk`, and `DetailvraagLoopt` when somebody waits under this id already.
   */
  async wacht<T>(
    id: string,
    wachtende: Wachtende,
    doe: (detail: Promise<DetailAntwoord>) => Promise<T>,
  ): Promise<T> {
    if (this.#plaatsen.has(id)) throw new DetailvraagLoopt();
    if (this.#plaatsen.size >= this.#hoogstens) throw new TeDruk();
    const { promise, resolve } = Promise.withResolvers<DetailAntwoord>();
    this.#plaatsen.set(id, { wachtende, geef: resolve });
    try {
      return await doe(promise);
    } finally {
      this.#plaatsen.delete(id);
    }
  }

  /** Who waits under this id; undefined once the asker has gone. */
  wachtende(id: string): Wachtende | undefined {
    const wachtende = this.#plaatsen.get(id)?.wachtende;
    return wachtende?.signal.aborted === false ? wachtende : undefined;
  }

  /** Hands the detail to whoever waits; when nobody does, it is gone. */
  geef(id: string, detail: DetailAntwoord): void {
    if (this.wachtende(id)) this.#plaatsen.get(id)?.geef(detail);
  }
}
