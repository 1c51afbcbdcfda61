import type { Knex } from 'knex';
import { findMappingVan, loadMappingen } from '../../../db/mappingen.ts';
import type { AanleveringRow } from '../../../db/tables.ts';
import type { MappingOpdracht } from './mapping-hulp.ts';
import { sleutelVoor } from './pseudoniem.ts';

/** What the reading of this upload may need to know of its gemeente. */
export async function haalMappingOpdracht(
  db: Knex,
  { id, oin, soort, mapping }: AanleveringRow,
  geheim: string | undefined,
): Promise<MappingOpdracht> {
  return {
    gevraagd: mapping,
    opgeslagen: await loadMappingen(db, oin, soort),
    eerder: await findMappingVan(db, id),
    sleutel: geheim === undefined ? undefined : sleutelVoor(geheim, oin),
  };
}
