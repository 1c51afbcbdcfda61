import { setTimeout as sleep } from 'node:timers/promises';

/** Often enough for a middle, seldom enough not to be a load itself, in milliseconds. */
const rustMs = 200;

/** Asks the same light question over and over, with a rest between, and times the answers. */
export class Peiling {
  readonly #tijden: number[] = [];
  readonly #loopt: Promise<void>;
  #klaar = false;

  constructor({ adres, token }: { readonly adres: string; readonly token: string }) {
    this.#loopt = this.#vraag(adres, { authorization: `Bearer ${token}` });
  }

  /** The middle of all times, in milliseconds. */
  async stop(): Promise<number> {
    this.#klaar = true;
    await this.#loopt;
    return middelste(this.#tijden);
  }

  async #vraag(adres: string, headers: Readonly<Record<string, string>>): Promise<void> {
    while (!this.#klaar) {
      const begin = performance.now();
      const antwoord = await fetch(adres, { headers });
      await antwoord.arrayBuffer();
      if (!antwoord.ok) throw new Error(`${adres} answered ${antwoord.status}`);
      this.#tijden.push(performance.now() - begin);
      await sleep(rustMs);
    }
  }
}

/** Node reports a wait of its timer, which asks every ten milliseconds, as a delay of that length. */
const resolutieMs = 10;
const elkeMs = 1_000;

/** Follows how long the event loop of a process stood still, by the metrics that the process gives of itself. */
export class Pauzes {
  readonly #adres: string;
  #langsteMs = 0;
  #klok: NodeJS.Timeout | undefined;

  constructor(adres: string) {
    this.#adres = adres;
  }

  /** Forgets what went before. */
  async begin(): Promise<void> {
    await this.#lees();
    this.#langsteMs = 0;
    this.#klok = setInterval(() => void this.#lees(), elkeMs);
  }

  async stop(): Promise<number> {
    clearInterval(this.#klok);
    await this.#lees();
    return this.#langsteMs;
  }

  /** Each reading begins a new maximum. */
  async #lees(): Promise<void> {
    const tekst = await (await fetch(this.#adres)).text();
    const seconden = Number(/^nodejs_eventloop_lag_max_seconds (\S+)/m.exec(tekst)?.[1] ?? 0);
    this.#langsteMs = Math.max(this.#langsteMs, seconden * 1000 - resolutieMs);
  }
}

export function middelste(getallen: readonly number[]): number {
  return getallen.toSorted((a, b) => a - b)[getallen.length >> 1] ?? NaN;
}
