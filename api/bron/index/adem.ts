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

/** So many steps of a loop take well under a millisecond. */
const STUK = 4096;

/** Does something for 0 up to `aantal`, and lets waiting requests go first now and then. */
export async function inStukken(aantal: number, adem: Adem, doe: (i: number) => void): Promise<void> {
  for (let van = 0; van < aantal; van += STUK) {
    const tot = Math.min(van + STUK, aantal);
    for (let i = van; i < tot; i += 1) doe(i);
    await adem.haal();
  }
}
