import type { Knex } from 'knex';
import type { AanleveringRow } from './tables.ts';
import { werkend } from './aanleveringen.ts';

/** Which upload is merged, from where to where, and how far it is. */
export interface Samenvoeging {
  readonly aanleveringId: string;
  /** The publicatie being built. */
  readonly publicatieId: string;
  /** What is taken over; nothing where there is none (null). */
  readonly basisId: string | null;
  /** Ids up to this have been looked at; empty at the start. */
  readonly tot: string;
}

/**
 * Takes over the next records of the base, `hoogstens` at most, but those that the upload replaces or deletes.
 * Returns how far it is now, undefined at the end; `uit-handen` when somebody else goes on with this upload, or it was
 * stopped.
 */
export async function neemOver(
  trx: Knex.Transaction,
  { aanleveringId, publicatieId, basisId, tot }: Samenvoeging,
  hoogstens: number,
  op: string,
): Promise<{ readonly tot: string | undefined } | 'uit-handen'> {
  if (basisId === null) return { tot: undefined };
  const laatste = await eindeVan(trx, basisId, tot, hoogstens);
  const verzet = await trx('aanleveringen')
    .where({ id: aanleveringId, basis_id: basisId, samengevoegd_tot: tot })
    .whereIn('status', werkend)
    .update({ samengevoegd_tot: laatste ?? tot, voortgang_op: op });
  if (verzet === 0) return 'uit-handen';
  if (laatste === undefined) return { tot: undefined };
  const erbij = await kopieer(trx, [publicatieId, basisId, tot, laatste, publicatieId, aanleveringId]);
  await trx('aanleveringen')
    .where({ id: aanleveringId })
    .update({ overgenomen: trx.raw('overgenomen + ?', [erbij]) });
  return { tot: laatste };
}

/** Bytes of records in one transaction, or one record: milliseconds. */
const bytesPerKeer = 1024 * 1024;

/** The id up to which the next records go in one transaction; undefined past the last. */
async function eindeVan(
  trx: Knex.Transaction,
  publicatieId: string,
  na: string,
  hoogstens: number,
): Promise<string | undefined> {
  const volgende = await trx('publicatie_records')
    .where({ publicatie_id: publicatieId })
    .where('record_id', '>', na)
    .orderBy('record_id')
    .limit(hoogstens)
    .select<{ record_id: string; bytes: number }[]>('record_id', trx.raw('OCTET_LENGTH(inhoud) as bytes'));
  let bytes = 0;
  const passend = volgende.filter((record) => (bytes += record.bytes) <= bytesPerKeer);
  return (passend.at(-1) ?? volgende[0])?.record_id;
}

async function kopieer(trx: Knex.Transaction, bindings: readonly string[]): Promise<number> {
  const result: unknown = await trx.raw(
    `INSERT INTO publicatie_records (publicatie_id, record_id, regel, inhoud)
     SELECT ?, oud.record_id, 0, oud.inhoud FROM publicatie_records oud
     WHERE oud.publicatie_id = ? AND oud.record_id > ? AND oud.record_id <= ?
       AND NOT EXISTS (SELECT 1 FROM publicatie_records nieuw
         WHERE nieuw.publicatie_id = ? AND nieuw.record_id = oud.record_id)
       AND NOT EXISTS (SELECT 1 FROM aanlevering_verwijderingen weg
         WHERE weg.aanlevering_id = ? AND weg.record_id = oud.record_id)`,
    bindings,
  );
  if (Array.isArray(result)) return (result[0] as { affectedRows: number }).affectedRows;
  return (result as { changes: number }).changes;
}

/**
 * Deletes, of the next records (`hoogstens` at most), those that were taken over from a base that is none any more.
 * Returns how far it is now, as `neemOver` does; `uit-handen` also when the taking over has begun.
 */
export async function wisOvergenomen(
  trx: Knex.Transaction,
  { aanleveringId, publicatieId, basisId, tot: na }: Samenvoeging,
  hoogstens: number,
  op: string,
): Promise<{ readonly tot: string | undefined } | 'uit-handen'> {
  const vast = await nietBegonnen(trx, { id: aanleveringId, basis_id: basisId }).update({ voortgang_op: op });
  if (vast === 0) return 'uit-handen';
  const laatste = await eindeVan(trx, publicatieId, na, hoogstens);
  if (laatste === undefined) return { tot: undefined };
  await trx('publicatie_records')
    .where({ publicatie_id: publicatieId, regel: 0 })
    .where('record_id', '>', na)
    .where('record_id', '<=', laatste)
    .delete();
  return { tot: laatste };
}

/** Makes an upload ready to take over from its base; false when that was done before, or it was stopped. */
export async function beginOvername(
  db: Knex,
  { id, basis_id }: Pick<AanleveringRow, 'id' | 'basis_id'>,
): Promise<boolean> {
  const moved = await nietBegonnen(db, { id, basis_id }).update({ samengevoegd_tot: '', overgenomen: 0 });
  return moved > 0;
}

const nietBegonnen = (db: Knex, { id, basis_id }: Pick<AanleveringRow, 'id' | 'basis_id'>) =>
  db('aanleveringen').where({ id, basis_id }).whereNull('samengevoegd_tot').whereIn('status', werkend);
