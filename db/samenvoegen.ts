import type { Knex } from 'knex';
import type { AanleveringRow, PublicatieRow } from './tables.ts';
import { werkend } from './aanleveringen.ts';
import { insertedRows } from './dialect.ts';
import { eindeVan } from './publicatie-records.ts';

/** Which upload is merged, from where to where, and how far it is. */
export interface Samenvoeging {
  readonly aanleveringId: string;
  /** The number of the publicatie being built. */
  readonly publicatie: number;
  /** What is taken over; nothing where there is none (null). */
  readonly basis: Pick<PublicatieRow, 'id' | 'nummer'> | null;
  /** Records with numbers up to this have been looked at; 0 at the start. */
  readonly tot: number;
}

/**
 * Takes over the next records of the base, `hoogstens` at most, but those that the upload replaces or deletes.
 * Returns how far it is now, undefined at the end; `uit-handen` when somebody else goes on with this upload, or it was
 * stopped.
 */
export async function neemOver(
  trx: Knex.Transaction,
  { aanleveringId, publicatie, basis, tot }: Samenvoeging,
  hoogstens: number,
  op: string,
): Promise<{ readonly tot: number | undefined } | 'uit-handen'> {
  if (basis === null) return { tot: undefined };
  const laatste = await eindeVan(trx, basis.nummer, tot, hoogstens);
  const verzet = await trx('aanleveringen')
    .where({ id: aanleveringId, basis_id: basis.id, samengevoegd_tot: tot })
    .whereIn('status', werkend)
    .update({ samengevoegd_tot: laatste ?? tot, voortgang_op: op });
  if (verzet === 0) return 'uit-handen';
  if (laatste === undefined) return { tot: undefined };
  const erbij = await kopieer(trx, [publicatie, basis.nummer, tot, laatste, publicatie, aanleveringId]);
  await trx('aanleveringen')
    .where({ id: aanleveringId })
    .update({ overgenomen: trx.raw('overgenomen + ?', [erbij]) });
  return { tot: laatste };
}

async function kopieer(trx: Knex.Transaction, bindings: readonly (string | number)[]): Promise<number> {
  const result: unknown = await trx.raw(
    `INSERT INTO publicatie_records (publicatie_nummer, record_id, regel, inhoud)
     SELECT ?, oud.record_id, 0, oud.inhoud FROM publicatie_records oud
     WHERE oud.publicatie_nummer = ? AND oud.nummer > ? AND oud.nummer <= ?
       AND NOT EXISTS (SELECT 1 FROM publicatie_records nieuw
         WHERE nieuw.publicatie_nummer = ? AND nieuw.record_id = oud.record_id)
       AND NOT EXISTS (SELECT 1 FROM aanlevering_verwijderingen weg
         WHERE weg.aanlevering_id = ? AND weg.record_id = oud.record_id)
     ORDER BY oud.nummer`,
    bindings,
  );
  return insertedRows(result);
}

/**
 * Deletes, of the next records (`hoogstens` at most), those that were taken over from a base that is none any more.
 * Returns how far it is now, as `neemOver` does; `uit-handen` also when the taking over has begun.
 */
export async function wisOvergenomen(
  trx: Knex.Transaction,
  { aanleveringId, publicatie, basis, tot: na }: Samenvoeging,
  hoogstens: number,
  op: string,
): Promise<{ readonly tot: number | undefined } | 'uit-handen'> {
  const vast = await nietBegonnen(trx, { id: aanleveringId, basis_id: basis?.id ?? null }).update({
    voortgang_op: op,
  });
  if (vast === 0) return 'uit-handen';
  const laatste = await eindeVan(trx, publicatie, na, hoogstens);
  if (laatste === undefined) return { tot: undefined };
  await trx('publicatie_records')
    .where({ publicatie_nummer: publicatie, regel: 0 })
    .where('nummer', '>', na)
    .where('nummer', '<=', laatste)
    .delete();
  return { tot: laatste };
}

/** Makes an upload ready to take over from its base; false when that was done before, or it was stopped. */
export async function beginOvername(
  db: Knex,
  { id, basis_id }: Pick<AanleveringRow, 'id' | 'basis_id'>,
): Promise<boolean> {
  const moved = await nietBegonnen(db, { id, basis_id }).update({ samengevoegd_tot: 0, overgenomen: 0 });
  return moved > 0;
}

const nietBegonnen = (db: Knex, { id, basis_id }: Pick<AanleveringRow, 'id' | 'basis_id'>) =>
  db('aanleveringen').where({ id, basis_id }).whereNull('samengevoegd_tot').whereIn('status', werkend);
