import type { Knex } from 'knex';
import { hoogsteAantalFouten, listFouten } from '../../db/aanlevering-fouten.ts';
import type { AanleveringFoutRow } from '../../db/tables.ts';
import { toonbareBladnaam } from '../../domain/werkblad/toonbare-bladnaam.ts';
import type { Tabelblad } from '../aanlevering/tabel/tabel.ts';
import type { Opdracht } from './opdracht.ts';

/** The faults that were kept of one upload: at most ten thousand, all in memory. */
export interface Fouten {
  /** In the order of the file. */
  readonly alle: readonly AanleveringFoutRow[];
  /** What stands above the column of faults; it says so when there are more than were kept. */
  readonly kop: string;
  /** The faults of one sheet, by row. Those of which the sheet is not known are on the first. */
  opBlad(blad: Tabelblad): ReadonlyMap<number, readonly AanleveringFoutRow[]>;
}

/** A column with this heading is one of ours; where it comes back in a later upload it is written anew. */
export const FOUTENKOP = 'Fouten';

export async function leesFouten(db: Knex, { aanleveringId, nietBewaard, nu }: Opdracht): Promise<Fouten> {
  const alle = await listFouten(db, aanleveringId, nu, { limiet: hoogsteAantalFouten });
  const perBlad = new Map<string | null, Map<number, AanleveringFoutRow[]>>();
  for (const fout of alle) {
    const rijen = perBlad.get(fout.blad) ?? new Map<number, AanleveringFoutRow[]>();
    perBlad.set(fout.blad, rijen);
    const rij = Math.max(1, fout.rij ?? fout.regel);
    const eerdere = rijen.get(rij);
    if (eerdere === undefined) rijen.set(rij, [fout]);
    else eerdere.push(fout);
  }
  return {
    alle,
    kop: nietBewaard === 0 ? FOUTENKOP : `${FOUTENKOP} (de eerste ${alle.length.toLocaleString('nl-NL')})`,
    opBlad: ({ naam, nummer }) =>
      perBlad.get(toonbareBladnaam(naam)) ?? (nummer === 0 ? perBlad.get(null) : undefined) ?? new Map(),
  };
}
