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
  detail?: DetailAntwoord;
}

/**
 * Where a detail lies between VUM's answer and the response to the asker: in this process's memory, as long
 * as the asker's request lasts and no longer. Nothing else in UM ever holds a detail.
 */
export class Wachtkamer {
  readonly #plaatsen = new Map<string, Plaats>();
  readonly #hoogstens: number;

  /** `hoogstens`: waiting requests; with answers of at most 1 MiB this bounds the memory. */
  constructor(hoogstens = 200) {
    this.#hoogstens = hoogstens;
  }

  /** Runs `doe` with a place for its detail, which is wiped when `doe` ends, however it ends. Throws `TeDruk`, `DetailvraagLoopt`. */
  async wacht<T>(
    id: string,
    wachtende: Wachtende,
    doe: (neemDetail: () => DetailAntwoord | undefined) => Promise<T>,
  ): Promise<T> {
    if (this.#plaatsen.has(id)) throw new DetailvraagLoopt();
    if (this.#plaatsen.size >= this.#hoogstens) throw new TeDruk();
    const plaats: Plaats = { wachtende };
    this.#plaatsen.set(id, plaats);
    try {
      return await doe(() => plaats.detail);
    } finally {
      delete plaats.detail;
      this.#plaatsen.delete(id);
    }
  }

  /** Who waits under this id; undefined once the asker has gone. */
  wachtende(id: string): Wachtende | undefined {
    const plaats = this.#plaatsen.get(id);
    return plaats === undefined || plaats.wachtende.signal.aborted ? undefined : plaats.wachtende;
  }

  /** Lays a detail ready; false, and nothing kept, when the asker has gone. */
  legKlaar(id: string, detail: DetailAntwoord): boolean {
    const plaats = this.#plaatsen.get(id);
    if (plaats === undefined || plaats.wachtende.signal.aborted) return false;
    plaats.detail = detail;
    return true;
  }
}
