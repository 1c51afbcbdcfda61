import type { Bestand } from './bestand.ts';

/** A file that knows how far its readers are, also in a packed file, of which they read several parts at once. */
export class GemetenBestand implements Bestand {
  readonly #bestand: Bestand;
  readonly #open = new Set<{ positie: number }>();

  constructor(bestand: Bestand) {
    this.#bestand = bestand;
  }

  get grootte(): number {
    return this.#bestand.grootte;
  }

  /** The byte up to which the part that is furthest behind has been read: of a template the main sheet. */
  get positie(): number {
    const posities = Array.from(this.#open, ({ positie }) => positie);
    return posities.length === 0 ? 0 : Math.min(...posities);
  }

  lees(van: number, lengte: number): Promise<Uint8Array> {
    return this.#bestand.lees(van, lengte);
  }

  async *stroom(vanaf = 0): AsyncGenerator<Uint8Array> {
    const hier = { positie: vanaf };
    this.#open.add(hier);
    try {
      for await (const stuk of this.#bestand.stroom(vanaf)) {
        yield stuk;
        hier.positie += stuk.length;
      }
    } finally {
      this.#open.delete(hier);
    }
  }
}
