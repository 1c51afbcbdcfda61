import type { Knex } from 'knex';
import type { PublicatieRecordRow } from './tables.ts';

export interface NieuwRecord extends Pick<PublicatieRecordRow, 'record_id' | 'regel'> {
  /** The whole record as JSON, in UTF-8. */
  readonly inhoud: Buffer;
}

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
  publicatieNummer: number,
  records: readonly NieuwRecord[],
): Promise<DubbelRecord[]> {
  if (records.length === 0) return [];
  const { aantal, vanaf } = await voegToe(trx, publicatieNummer, records);
  if (aantal === records.length) return [];
  const eerder = await findRegels(trx, publicatieNummer, records, vanaf);
  if (eerder.size + aantal !== records.length)
    throw new Error('A record was neither stored nor there already');
  return records.flatMap((record) => {
    const eersteRegel = eerder.get(record.record_id);
    return eersteRegel === undefined ? [] : [{ record, eersteRegel }];
  });
}

/** How many were not there yet, and the number from which they are numbered. */
async function voegToe(
  trx: Knex.Transaction,
  publicatieNummer: number,
  records: readonly NieuwRecord[],
): Promise<{ readonly aantal: number; readonly vanaf: number }> {
  const mysql = isMysql(trx);
  const values = records.map(() => (mysql ? '(?,?,?,?)' : '(?,?,?,CAST(? AS TEXT))')).join();
  const bindings = records.flatMap(({ record_id, regel, inhoud }) => [
    publicatieNummer,
    record_id,
    regel,
    // Its driver would write bytes as hexadecimal text, twice as long.
    mysql ? inhoud.toString() : inhoud,
  ]);
  const into = '(publicatie_nummer, record_id, regel, inhoud)';
  const result: unknown = await trx.raw(
    `INSERT ${mysql ? 'IGNORE' : 'OR IGNORE'} INTO publicatie_records ${into} VALUES ${values}`,
    bindings,
  );
  return ingevoegd(result);
}

const isMysql = (trx: Knex.Transaction): boolean =>
  (trx.client as Knex.Client & { driverName: string }).driverName === 'mysql2';

/** mysql2 tells the first number that was handed out, better-sqlite3 the last; nobody else writes meanwhile. */
function ingevoegd(result: unknown): { aantal: number; vanaf: number } {
  if (Array.isArray(result)) {
    const { affectedRows: aantal, insertId } = result[0] as { affectedRows: number; insertId: number };
    return { aantal, vanaf: aantal === 0 ? Infinity : insertId };
  }
  const { changes, lastInsertRowid } = result as { changes: number; lastInsertRowid: number };
  return { aantal: changes, vanaf: changes === 0 ? Infinity : lastInsertRowid - changes + 1 };
}

/** Takes records out of a publicatie that is being built; returns the line of each that was there. */
export async function takeRecords(
  trx: Knex.Transaction,
  publicatieNummer: number,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const regels = await findRegels(
    trx,
    publicatieNummer,
    ids.map((record_id) => ({ record_id })),
  );
  if (regels.size > 0)
    await trx('publicatie_records')
      .where({ publicatie_nummer: publicatieNummer })
      .whereIn('record_id', [...regels.keys()])
      .delete();
  return regels;
}

async function findRegels(
  trx: Knex.Transaction,
  publicatieNummer: number,
  records: readonly Pick<NieuwRecord, 'record_id'>[],
  voor = Infinity,
): Promise<Map<string, number>> {
  const present = await trx('publicatie_records')
    .where({ publicatie_nummer: publicatieNummer })
    .whereIn(
      'record_id',
      records.map(({ record_id }) => record_id),
    )
    .select('record_id', 'regel', 'nummer');
  return new Map(
    present.filter(({ nummer }) => nummer < voor).map(({ record_id, regel }) => [record_id, regel]),
  );
}

/** Bytes of records in one transaction: milliseconds. */
const bytesPerKeer = 1024 * 1024;

/**
 * The number of the record up to which the next ones after `na` go in one transaction: `hoogstens` at most, and no
 * more than a megabyte or one record. Undefined past the last.
 */
export async function eindeVan(
  db: Knex,
  publicatieNummer: number,
  na: number,
  hoogstens: number,
): Promise<number | undefined> {
  const volgende = await db('publicatie_records')
    .where({ publicatie_nummer: publicatieNummer })
    .where('nummer', '>', na)
    .orderBy('nummer')
    .limit(hoogstens)
    .select<{ nummer: number; bytes: number }[]>('nummer', db.raw('OCTET_LENGTH(inhoud) as bytes'));
  let bytes = 0;
  const passend = volgende.filter((record) => (bytes += record.bytes) <= bytesPerKeer);
  return (passend.at(-1) ?? volgende[0])?.nummer;
}

/** Deletes the next records, `hoogstens` at most; returns how many there were. Zero means that none are left. */
export async function deleteRecords(db: Knex, publicatieNummer: number, hoogstens: number): Promise<number> {
  const tot = await eindeVan(db, publicatieNummer, 0, hoogstens);
  if (tot === undefined) return 0;
  return db('publicatie_records')
    .where({ publicatie_nummer: publicatieNummer })
    .where('nummer', '<=', tot)
    .delete();
}
