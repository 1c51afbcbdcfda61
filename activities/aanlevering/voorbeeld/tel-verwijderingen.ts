import type { Knex } from 'knex';
import { hoogsteAantalFouten } from '../../../db/aanlevering-fouten.ts';
import { listVerwijderingen } from '../../../db/vergelijk.ts';
import type { Verwijdering } from '../../../db/verwijderingen.ts';

const perKeer = 500;

export interface Verwijderingen {
  readonly verwijderd: number;
  /** How many ask to delete what VUM does not find, and the first of them. */
  readonly nietGevonden: number;
  readonly voorbeelden: readonly Verwijdering[];
}

/** Looks up what an upload asks to delete in the publicatie that VUM finds now (its number, undefined where there is none), page by page. */
export async function telVerwijderingen(
  db: Knex,
  aanleveringId: string,
  basis: number | undefined,
  stap: () => Promise<void>,
): Promise<Verwijderingen> {
  let verwijderd = 0;
  let nietGevonden = 0;
  const voorbeelden: Verwijdering[] = [];
  for (let na = ''; ;) {
    await stap();
    const rijen = await listVerwijderingen(db, aanleveringId, { basis, na, hoogstens: perKeer });
    for (const { record_id, regel, gevonden } of rijen) {
      if (gevonden !== null) verwijderd++;
      else if (++nietGevonden <= hoogsteAantalFouten) voorbeelden.push({ record_id, regel });
    }
    const laatste = rijen.at(-1);
    if (laatste === undefined) return { verwijderd, nietGevonden, voorbeelden };
    na = laatste.record_id;
  }
}
