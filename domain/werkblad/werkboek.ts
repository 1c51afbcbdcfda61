import { OnleesbaarBestand } from '../validatie/onleesbaar-bestand.ts';
import type { Indeling } from './blad.ts';
import { type GevondenKop, herkenKop } from './herken-kop.ts';
import { alsBladrij, type Bladrij, type Rij } from './rij.ts';
import { toonbareBladnaam } from './toonbare-bladnaam.ts';

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

/**
 * The sheets of a workbook that are sheets of the template. Throws `OnleesbaarBestand` where two with rows are the same
 * one: which of them counts only a person can tell, and the rows of the other would be lost.
 */
export async function herkenBladen(indeling: Indeling, werkboek: Werkboek): Promise<HerkendBlad[]> {
  const herkend: HerkendBlad[] = [];
  const kopieen: HerkendBlad[] = [];
  for (const [nummer, bladnaam] of werkboek.bladnamen.entries()) {
    const eerste: Rij[] = [];
    for await (const rij of werkboek.rijen(nummer)) if (eerste.push(rij) === EERSTE_RIJEN) break;
    const kop = herkenKop(indeling, bladnaam, eerste);
    if (kop === undefined) continue;
    const isKopie = herkend.some((eerder) => eerder.kop.blad === kop.blad);
    (isKopie ? kopieen : herkend).push({ kop, rijen: () => bladrijen(kop, werkboek.rijen(nummer)) });
  }
  // Without the main sheet it is no template, and these are columns of the gemeente's own.
  if (!herkend.some(({ kop }) => kop.blad === indeling.hoofdblad)) return herkend;
  const [kopie] = await metRijen(kopieen);
  const origineel = herkend.find(({ kop }) => kop.blad === kopie?.kop.blad);
  if (kopie !== undefined && origineel !== undefined) throw dubbelBlad(origineel, kopie);
  return herkend;
}

/** Those that hold anything. A template that was filled in on a few of its sheets costs no more than these. */
export async function metRijen(bladen: readonly HerkendBlad[]): Promise<HerkendBlad[]> {
  const gevuld: HerkendBlad[] = [];
  for (const blad of bladen) {
    const rijen = blad.rijen();
    if ((await rijen.next()).done !== true) gevuld.push(blad);
    await rijen.return(undefined);
  }
  return gevuld;
}

function dubbelBlad(origineel: HerkendBlad, kopie: HerkendBlad): OnleesbaarBestand {
  const [een, ander] = [origineel, kopie].map(({ kop }) => `“${toonbareBladnaam(kop.bladnaam)}”`);
  return new OnleesbaarBestand(
    'bestand-kolommen',
    `De bladen ${een} en ${ander} hebben de kolommen van hetzelfde blad van het sjabloon, en daarvan leest UM er één. Zet alle rijen bij elkaar op één van beide, verwijder het andere blad en lever het bestand opnieuw aan.`,
    { blad: kopie.kop.bladnaam },
  );
}

/** Enough to find a heading in. */
const EERSTE_RIJEN = 10;

async function* bladrijen(kop: GevondenKop, rijen: AsyncIterable<Rij>): AsyncGenerator<Bladrij> {
  for await (const rij of rijen) {
    const bladrij = rij.rij > kop.rij ? alsBladrij(kop, rij) : undefined;
    if (bladrij !== undefined) yield bladrij;
  }
}
