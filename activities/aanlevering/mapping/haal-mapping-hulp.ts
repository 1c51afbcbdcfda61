import type { Knex } from 'knex';
import { findMappingVan, listMappingen } from '../../../db/mappingen.ts';
import type { AanleveringRow } from '../../../db/tables.ts';
import type { GebruikteMapping } from '../../../domain/mapping/gebruikte-mapping.ts';
import type { Mapping } from '../../../domain/mapping/mapping.ts';
import type { MappingHulp } from './mapping-hulp.ts';
import { sleutelVoor } from './pseudoniem.ts';

/** What the reading of this upload may need to know of its gemeente. */
export async function haalMappingHulp(
  db: Knex,
  { id, oin, soort, mapping }: AanleveringRow,
  geheim: string | undefined,
): Promise<MappingHulp> {
  const eerder = await findMappingVan(db, id);
  return {
    gevraagd: mapping,
    opgeslagen: (await listMappingen(db, oin, soort)).map(({ naam, inhoud }) => ({
      naam,
      mapping: JSON.parse(inhoud) as Mapping,
    })),
    eerder: eerder === undefined ? undefined : (JSON.parse(eerder) as GebruikteMapping),
    sleutel: geheim === undefined ? undefined : sleutelVoor(geheim, oin),
  };
}
