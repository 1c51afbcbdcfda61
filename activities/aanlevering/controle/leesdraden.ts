import { Worker } from 'node:worker_threads';

/** Megabytes of heap for one thread, whatever the size of the file; a file that needs more fails alone. */
const geheugen = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 192 };

/** The threads that read files. Starting one takes half a second, so that some are kept ready. */
export class Leesdraden {
  readonly #gereed = new Set<Worker>();
  readonly #hoogstens: number;

  /** `hoogstens`: how many are kept ready, from now on. */
  constructor(hoogstens: number) {
    this.#hoogstens = hoogstens;
    for (let aantal = 0; aantal < hoogstens; aantal++) this.#zetKlaar(start());
  }

  /** A thread that waits for its work; the caller hears what it says from here on. */
  neem(): Worker {
    const [draad = start()] = this.#gereed;
    this.#gereed.delete(draad);
    draad.removeAllListeners();
    draad.ref();
    return draad;
  }

  /** For a thread that has come to the end of its file. */
  async geefTerug(draad: Worker): Promise<void> {
    draad.removeAllListeners();
    if (this.#gereed.size < this.#hoogstens) this.#zetKlaar(draad);
    else await draad.terminate();
  }

  /** A thread that waits keeps no process alive; one that fails meanwhile is not handed out. */
  #zetKlaar(draad: Worker): void {
    draad.unref();
    draad.once('error', () => this.#gereed.delete(draad));
    this.#gereed.add(draad);
  }
}

const start = (): Worker => new Worker(new URL('./draad.ts', import.meta.url), { resourceLimits: geheugen });
