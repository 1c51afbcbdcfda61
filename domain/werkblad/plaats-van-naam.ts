import type { Rij } from './rij.ts';

/** The first cell of a row with this name, 0 is A; -1 where it has none. */
export const plaatsVan = (rij: Rij | undefined, naam = ''): number =>
  (rij && plaatsenIn(rij).get(platteNaam(naam))) ?? -1;

const plaatsenPerRij = new WeakMap<Rij, ReadonlyMap<string, number>>();

/** Made once for a row: every name of every sheet is looked for in it, and it may be sixteen thousand cells wide. */
function plaatsenIn(rij: Rij): ReadonlyMap<string, number> {
  const bekend = plaatsenPerRij.get(rij);
  if (bekend !== undefined) return bekend;
  const plaatsen = new Map<string, number>();
  for (const [kolom, cel] of rij.cellen.entries()) {
    if (cel === undefined || cel.tekst.length > LANGSTE_NAAM) continue;
    const naam = platteNaam(cel.tekst);
    if (!plaatsen.has(naam)) plaatsen.set(naam, kolom);
  }
  plaatsenPerRij.set(rij, plaatsen);
  return plaatsen;
}

/** No name of a column is longer. */
const LANGSTE_NAAM = 300;

/** A name for comparison: spaces and capitals make no difference. */
export const platteNaam = (tekst: string): string => tekst.replace(/\s+/g, ' ').trim().toLowerCase();
