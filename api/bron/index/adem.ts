import { setImmediate } from 'node:timers/promises';

/** Far below the 50 ms that nobody may hold the event loop, so that a search hardly notices a load. */
const HOOGSTENS_MS = 2;

/** Lets waiting requests go first whenever a long piece of work has held the event loop for a while. */
export class Adem {
  #sinds = performance.now();

  async haal(): Promise<void> {
    if (performance.now() - this.#sinds < HOOGSTENS_MS) return;
    await setImmediate();
    this.#sinds = performance.now();
  }
}
