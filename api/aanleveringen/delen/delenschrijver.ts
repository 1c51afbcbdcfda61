import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { deelGrootte } from '../../../db/aanlevering-delen.ts';
import type { DeelOpdracht, DeelUitslag } from './berichten.ts';

/** Megabytes of heap; the pieces lie outside it. */
const geheugen = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 64 };

interface Wachtend {
  readonly gelukt: (deel: Buffer) => void;
  readonly mislukt: (fout: Error) => void;
}

/**
 * Stores the pieces of files that come in from a thread of its own: SQLite answers when the disk has, and would hold
 * up the event loop meanwhile. The thread starts with the first piece, or when told to.
 */
export class Delenschrijver {
  readonly #databaseUrl: string;
  readonly #wachtend = new Map<number, Wachtend>();
  #draad: Worker | undefined;
  #nummer = 0;

  constructor(databaseUrl: string) {
    this.#databaseUrl = databaseUrl;
  }

  /** So that no upload waits for it: it takes half a second. */
  start(): void {
    this.#draad ??= this.#nieuw();
  }

  /** Room for one piece, to be given to `bewaar`. */
  neemDeel(): Buffer {
    return Buffer.from(new ArrayBuffer(deelGrootte));
  }

  /**
   * Stores a piece, of which the caller has no use any more; resolves with room for another. Throws what the database
   * does, with its `code`.
   */
  async bewaar(aanleveringId: string, volgnummer: number, deel: Buffer): Promise<Buffer> {
    this.start();
    const nummer = this.#nummer++;
    const opdracht = { nummer, aanleveringId, volgnummer, deel: deel.buffer as ArrayBuffer };
    const uitslag = new Promise<Buffer>((gelukt, mislukt) => {
      this.#wachtend.set(nummer, { gelukt, mislukt });
    });
    this.#draad?.postMessage(opdracht satisfies DeelOpdracht, [opdracht.deel]);
    return uitslag;
  }

  /** Ends the thread; for when nothing comes in any more. */
  async sluit(): Promise<void> {
    const draad = this.#draad;
    if (!draad) return;
    const einde = once(draad, 'exit');
    draad.postMessage('sluit');
    await einde;
  }

  #nieuw(): Worker {
    const draad = new Worker(new URL('./draad.ts', import.meta.url), {
      workerData: this.#databaseUrl,
      resourceLimits: geheugen,
    });
    let einde = new Error('The thread that stores pieces has ended');
    draad.on('message', (uitslag: DeelUitslag) => this.#verwerk(uitslag));
    draad.on('error', (fout: Error) => (einde = fout));
    draad.on('exit', () => {
      this.#draad = undefined;
      for (const { mislukt } of this.#wachtend.values()) mislukt(einde);
      this.#wachtend.clear();
    });
    return draad;
  }

  #verwerk({ nummer, deel, fout }: DeelUitslag): void {
    const wachtend = this.#wachtend.get(nummer);
    this.#wachtend.delete(nummer);
    if (fout === undefined) wachtend?.gelukt(Buffer.from(deel));
    else wachtend?.mislukt(Object.assign(new Error(fout.message), fout));
  }
}
