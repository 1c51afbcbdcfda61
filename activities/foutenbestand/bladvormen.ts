import type { Bestand } from '../aanlevering/bestand.ts';
import type { LeesTabel, Rij, Tabelblad } from '../aanlevering/tabel/tabel.ts';
import { FOUTENKOP } from './lees-fouten.ts';

/** What has to be known of a sheet before its first row can be written. */
export interface Bladvorm {
  readonly blad: Tabelblad;
  /** Columns of its own; the faults come in the one after these. */
  readonly kolommen: number;
  /** Row of the first filled cell, where the heading of the faults goes; 0 for an empty sheet. */
  readonly eersteRij: number;
  /** For each column the characters of its longest text, of the first rows. */
  readonly tekens: readonly number[];
}

/** Rows by which the widths of the columns are chosen. */
const PROEF = 200;

/**
 * Looks through the whole file, because any row may be the widest: the faults stand behind all of them. A column of
 * faults that we put there ourselves, in an earlier file, is not counted as one of the sheet.
 */
export async function leesBladvormen(bestand: Bestand, lees: LeesTabel): Promise<Bladvorm[]> {
  const vormen: VormInOpbouw[] = [];
  const neemBlad = (blad: Tabelblad): boolean => vormen.push(new VormInOpbouw(blad)) > 0;
  for await (const rij of lees(bestand, { neemBlad })) {
    vormen.find(({ blad }) => blad.nummer === rij.blad.nummer)?.neem(rij);
  }
  return vormen;
}

class VormInOpbouw implements Bladvorm {
  readonly blad: Tabelblad;
  readonly tekens: number[] = [];
  eersteRij = 0;
  #breedste = 0;
  #gelezen = 0;
  #eigenFouten = -1;

  constructor(blad: Tabelblad) {
    this.blad = blad;
  }

  get kolommen(): number {
    return this.#eigenFouten === this.#breedste - 1 ? this.#eigenFouten : this.#breedste;
  }

  neem({ rij, cellen }: Rij): void {
    if (this.eersteRij === 0) {
      this.eersteRij = rij;
      const laatste = cellen.at(-1)?.tekst ?? '';
      if (laatste === FOUTENKOP || laatste.startsWith(`${FOUTENKOP} (de eerste `)) {
        this.#eigenFouten = cellen.length - 1;
      }
    }
    // Trailing empty cells may be there or not; they make a sheet no wider.
    const breedte = cellen.findLastIndex((cel) => cel !== undefined) + 1;
    this.#breedste = Math.max(this.#breedste, breedte);
    if (this.#gelezen++ >= PROEF) return;
    for (const [kolom, cel] of cellen.entries()) {
      this.tekens[kolom] = Math.max(this.tekens[kolom] ?? 0, cel?.tekst.length ?? 0);
    }
  }
}
