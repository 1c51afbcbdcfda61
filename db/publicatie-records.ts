import type { Knex } from 'knex';
import { insertedRows, isMysql } from './dialect.ts';
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
  const laatste = await hoogsteNummer(trx, publicatieNummer);
  const aantal = await voegToe(trx, publicatieNummer, records);
  if (aantal === records.length) return [];
  const ids = records.map(({ record_id }) => record_id);
  const eerder = await findRegels(trx, publicatieNummer, ids, laatste);
  if (eerder.size + aantal !== records.length)
    throw new Error('A record was neither stored nor there already');
  return records.flatMap((record) => {
    const eersteRegel = eerder.get(record.record_id);
    return eersteRegel === undefined ? [] : [{ record, eersteRegel }];
  });
}

/** Of the record that was stored last; what comes now gets higher ones. */
async function hoogsteNummer(trx: Knex.Transaction, publicatieNummer: number): Promise<number> {
  const [row] = await trx('publicatie_records')
    .where({ publicatie_nummer: publicatieNummer })
    .max<{ nummer: number | null }[]>('nummer as nummer');
  return row?.nummer ?? 0;
}

/** Returns how many were not there yet. */
async function voegToe(
  trx: Knex.Transaction,
  publicatieNummer: number,
  records: readonly NieuwRecord[],
): Promise<number> {
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
  return insertedRows(result);
}

/** Takes records out of a publicatie that is being built; returns the line of each that was there. */
export async function takeRecords(
  trx: Knex.Transaction,
  publicatieNummer: number,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const regels = await findRegels(trx, publicatieNummer, ids);
  if (regels.size > 0)
    await trx('publicatie_records')
      .where({ publicatie_nummer: publicatieNummer })
      .whereIn('record_id', [...regels.keys()])
      .delete();
  return regels;
}

/** Of these ids the ones that the publicatie holds, with their lines; of records with numbers up to `hoogstens`. */
export async function findRegels(
  trx: Knex.Transaction,
  publicatieNummer: number,
  ids: readonly string[],
  hoogstens = Infinity,
): Promise<Map<string, number>> {
  const present = await trx('publicatie_records')
    .where({ publicatie_nummer: publicatieNummer })
    .whereIn('record_id', ids)
    .select('record_id', 'regel', 'nummer');
  return new Map(
    present.filter(({ nummer }) => nummer <= hoogstens).map(({ record_id, regel }) => [record_id, regel]),
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
