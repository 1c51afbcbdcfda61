import type { Indeling } from './blad.ts';
import { type GevondenKop, herkenKop } from './herken-kop.ts';
import { alsBladrij, type Bladrij, type Rij } from './rij.ts';

/** A workbook whose sheets can be read as often as needed, several at once; each from its first row. */
export interface Werkboek {
  /** In the order of the tabs. */
  readonly bladnamen: readonly string[];
  /** Rows with at least one filled cell, top to bottom. `nummer` is an index of `bladnamen`. */
  rijen(nummer: number): AsyncIterable<Rij>;
}

/** A sheet of a workbook that is one of the layout. */
export interface HerkendBlad {
  readonly kop: GevondenKop;
  /** Its rows with data, examples left out. */
  rijen(): AsyncGenerator<Bladrij>;
}

/** The sheets of a workbook that are sheets of the template, of each sheet of the layout the first. */
export async function herkenBladen(indeling: Indeling, werkboek: Werkboek): Promise<HerkendBlad[]> {
  const herkend: HerkendBlad[] = [];
  for (const [nummer, bladnaam] of werkboek.bladnamen.entries()) {
    const eerste: Rij[] = [];
    for await (const rij of werkboek.rijen(nummer)) if (eerste.push(rij) === EERSTE_RIJEN) break;
    const kop = herkenKop(indeling, bladnaam, eerste);
    if (kop === undefined || herkend.some((eerder) => eerder.kop.blad === kop.blad)) continue;
    herkend.push({ kop, rijen: () => bladrijen(kop, werkboek.rijen(nummer)) });
  }
  return herkend;
}

/** Enough to find a heading in. */
const EERSTE_RIJEN = 10;

async function* bladrijen(kop: GevondenKop, rijen: AsyncIterable<Rij>): AsyncGenerator<Bladrij> {
  for await (const rij of rijen) {
    const bladrij = rij.rij > kop.rij ? alsBladrij(kop, rij) : undefined;
    if (bladrij !== undefined) yield bladrij;
  }
}
