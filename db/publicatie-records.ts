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
  await trx.raw('SAVEPOINT voor_records');
  if ((await voegToe(trx, publicatieId, records)) === records.length) return [];
  // Taken back: afterwards nobody could tell a record from one that stood in the same row of another sheet.
  await trx.raw('ROLLBACK TO SAVEPOINT voor_records');
  const eerder = await findRegels(trx, publicatieId, records);
  const nieuw = records.filter(({ record_id }) => !eerder.has(record_id));
  if ((await voegToe(trx, publicatieId, nieuw)) !== nieuw.length)
    throw new Error('A record was neither stored nor there already');
  return records.flatMap((record) => {
    const eersteRegel = eerder.get(record.record_id);
    return eersteRegel === undefined ? [] : [{ record, eersteRegel }];
  });
}

/** Returns how many were not there yet. */
async function voegToe(
  trx: Knex.Transaction,
  publicatieId: string,
  records: readonly NieuwRecord[],
): Promise<number> {
  if (records.length === 0) return 0;
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
  return insertedRows(result);
}

const ignore = (trx: Knex.Transaction): string =>
  (trx.client as Knex.Client & { driverName: string }).driverName === 'mysql2' ? 'IGNORE' : 'OR IGNORE';

/** better-sqlite3 answers `{changes}`, mysql2 `[{affectedRows}]`. */
function insertedRows(result: unknown): number {
  if (Array.isArray(result)) return (result[0] as { affectedRows: number }).affectedRows;
  return (result as { changes: number }).changes;
}

/** Takes records out of a publicatie that is being built; returns the line of each that was there. */
export async function takeRecords(
  trx: Knex.Transaction,
  publicatieId: string,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const regels = await findRegels(
    trx,
    publicatieId,
    ids.map((record_id) => ({ record_id })),
  );
  if (regels.size > 0)
    await trx('publicatie_records')
      .where({ publicatie_id: publicatieId })
      .whereIn('record_id', [...regels.keys()])
      .delete();
  return regels;
}

async function findRegels(
  trx: Knex.Transaction,
  publicatieId: string,
  records: readonly Pick<NieuwRecord, 'record_id'>[],
): Promise<Map<string, number>> {
  const present = await trx('publicatie_records')
    .where({ publicatie_id: publicatieId })
    .whereIn(
      'record_id',
      records.map(({ record_id }) => record_id),
    )
    .select('record_id', 'regel');
  return new Map(present.map(({ record_id, regel }) => [record_id, regel]));
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
