/** How long to wait after the first failure and after many, in milliseconds. */
const EERST_MS = 1_000;
const HOOGSTENS_MS = 300_000;

interface Mislukt {
  readonly keer: number;
  readonly reden: string;
  readonly opnieuwOp: number;
}

/** What could not be done, by name, and when it is tried again: soon at first, then less and less often. */
export class Uitstel {
  readonly #mislukt = new Map<string, Mislukt>();
  readonly #nu: () => number;

  /** `nu` in milliseconds, from whatever moment. */
  constructor(nu: () => number = () => performance.now()) {
    this.#nu = nu;
  }

  mag(naam: string): boolean {
    const eerder = this.#mislukt.get(naam);
    return eerder === undefined || eerder.opnieuwOp <= this.#nu();
  }

  /** Notes that it failed. True when that is news: the first time, or another reason than the last time. */
  mislukt(naam: string, fout: unknown): boolean {
    const eerder = this.#mislukt.get(naam);
    const keer = (eerder?.keer ?? 0) + 1;
    const reden = fout instanceof Error ? `${fout.name} ${fout.message}` : typeof fout;
    const wacht = Math.min(EERST_MS * 2 ** (keer - 1), HOOGSTENS_MS);
    this.#mislukt.set(naam, { keer, reden, opnieuwOp: this.#nu() + wacht });
    return eerder?.reden !== reden;
  }

  /** How often it failed before it went well; from here it counts anew. */
  gelukt(naam: string): number {
    const keer = this.#mislukt.get(naam)?.keer ?? 0;
    this.#mislukt.delete(naam);
    return keer;
  }

  /** Forgets whatever is not among `namen`. */
  behoud(namen: ReadonlySet<string>): void {
    for (const naam of this.#mislukt.keys()) if (!namen.has(naam)) this.#mislukt.delete(naam);
  }
}
