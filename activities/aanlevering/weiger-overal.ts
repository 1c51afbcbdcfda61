import type { Knex } from 'knex';
import { takeRecords, type DubbelRecord } from '../../db/publicatie-records.ts';
import type { AanleveringRow } from '../../db/tables.ts';
import { findEerder, insertVerwijderingen, type Verwijdering } from '../../db/verwijderingen.ts';

/**
 * A line without consent outweighs the lines of the same person in earlier batches: their records go, and are
 * returned. In a full set the ids are remembered, so that no later line brings them back; in modus=mutaties the
 * deletions that the batch itself holds do that.
 */
export async function weigerOveral(
  trx: Knex.Transaction,
  upload: Pick<AanleveringRow, 'id' | 'modus'>,
  publicatieNummer: number,
  geweigerd: readonly Verwijdering[],
): Promise<DubbelRecord[]> {
  if (geweigerd.length === 0) return [];
  const perId = new Map(geweigerd.map((weigering) => [weigering.record_id, weigering]));
  const ids = [...perId.keys()];
  const weg = await takeRecords(trx, publicatieNummer, ids);
  if (upload.modus === 'volledig') {
    const bekend = await findEerder(trx, upload.id, publicatieNummer, ids);
    const nieuw = [...perId.values()].filter(({ record_id }) => !bekend.has(record_id));
    await insertVerwijderingen(trx, upload.id, nieuw);
  }
  return [...perId.values()].flatMap((record) => {
    const eersteRegel = weg.get(record.record_id);
    return eersteRegel === undefined ? [] : [{ record, eersteRegel }];
  });
}
