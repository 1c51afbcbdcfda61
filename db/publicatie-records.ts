import type { Knex } from 'knex';
import type { PublicatieRecordRow } from './tables.ts';

export type NieuwRecord = Omit<PublicatieRecordRow, 'publicatie_id'>;

/** A record whose id the publicatie holds already, with the line on which that id stands first. */
export interface DubbelRecord {
  readonly record: Pick<NieuwRecord, 'record_id' | 'regel'>;
  readonly eersteRegel: number;
}

/**
 * Adds records, and returns those whose id is in the publicatie already. The ids in `records` differ from each
 * other. One statement for all of them: this is the busiest write of UM.
 */
export async function insertRecords(
  trx: Knex.Transaction,
  publicatieId: string,
  records: readonly NieuwRecord[],
): Promise<DubbelRecord[]> {
  if (records.length === 0) return [];
  const values = records.map(() => '(?,?,?,?)').join();
  const bindings = records.flatMap(({ record_id, regel, inhoud }) => [
    publicatieId,
    record_id,
    regel,
    inhoud,
  ]);
  const into = '(publicatie_id, record_id, regel, inhoud)';
  const result: unknown = await trx.raw(
    `INSERT ${ignore(trx)} INTO publicatie_records ${into} VALUES ${values}`,
    bindings,
  );
  return insertedRows(result) === records.length ? [] : findDubbele(trx, publicatieId, records);
}

const ignore = (trx: Knex.Transaction): string =>
  (trx.client as Knex.Client & { driverName: string }).driverName === 'mysql2' ? 'IGNORE' : 'OR IGNORE';

/** better-sqlite3 answers `{changes}`, mysql2 `[{affectedRows}]`. */
function insertedRows(result: unknown): number {
  if (Array.isArray(result)) return (result[0] as { affectedRows: number }).affectedRows;
  return (result as { changes: number }).changes;
}

async function findDubbele(
  trx: Knex.Transaction,
  publicatieId: string,
  records: readonly NieuwRecord[],
): Promise<DubbelRecord[]> {
  const present = await trx('publicatie_records')
    .where({ publicatie_id: publicatieId })
    .whereIn(
      'record_id',
      records.map(({ record_id }) => record_id),
    )
    .select('record_id', 'regel');
  const regels = new Map(present.map(({ record_id, regel }) => [record_id, regel]));
  return records.flatMap((record) => {
    const eersteRegel = regels.get(record.record_id);
    if (eersteRegel === undefined) throw new Error('A record was neither stored nor there already');
    return eersteRegel === record.regel ? [] : [{ record, eersteRegel }];
  });
}

/** Deletes at most `hoogstens` records; returns how many there were. Zero means that none are left. */
export async function deleteRecords(db: Knex, publicatieId: string, hoogstens: number): Promise<number> {
  const last = await db('publicatie_records')
    .where({ publicatie_id: publicatieId })
    .orderBy('record_id')
    .offset(hoogstens)
    .first('record_id');
  const query = db('publicatie_records').where({ publicatie_id: publicatieId });
  if (last) void query.where('record_id', '<', last.record_id);
  return query.delete();
}
