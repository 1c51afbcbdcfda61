import type { AanleveringFoutRow } from '../../db/tables.ts';
import type { Cel, Rij } from '../aanlevering/tabel/tabel.ts';

/** A row of a sheet with what is wrong in it. */
export interface RijMetFouten {
  readonly rij: number;
  readonly verborgen: boolean;
  readonly cellen: readonly (Cel | undefined)[];
  readonly fouten: readonly AanleveringFoutRow[];
}

/** The rows of one sheet with their faults. A row that is empty in the file comes too when a fault is about it. */
export class Foutenwijzer {
  readonly #fouten: ReadonlyMap<number, readonly AanleveringFoutRow[]>;
  readonly #rijen: readonly number[];
  #volgende = 0;

  constructor(fouten: ReadonlyMap<number, readonly AanleveringFoutRow[]>) {
    this.#fouten = fouten;
    this.#rijen = [...fouten.keys()].sort((a, b) => a - b);
  }

  /** Whether nothing is wrong on this sheet. */
  get leeg(): boolean {
    return this.#rijen.length === 0;
  }

  *tot({ rij, verborgen, cellen }: Rij): Generator<RijMetFouten> {
    yield* this.#legeTot(rij);
    if (this.#rijen[this.#volgende] === rij) this.#volgende++;
    yield { rij, verborgen, cellen, fouten: this.#fouten.get(rij) ?? [] };
  }

  *rest(): Generator<RijMetFouten> {
    yield* this.#legeTot(Infinity);
  }

  *#legeTot(grens: number): Generator<RijMetFouten> {
    for (let rij = this.#rijen[this.#volgende]; rij !== undefined && rij < grens;) {
      yield { rij, verborgen: false, cellen: [], fouten: this.#fouten.get(rij) ?? [] };
      rij = this.#rijen[++this.#volgende];
    }
  }
}
