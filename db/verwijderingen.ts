import type { Knex } from 'knex';
import { findRegels } from './publicatie-records.ts';
import type { AanleveringVerwijderingRow } from './tables.ts';

/**
 * A record that an upload in modus=mutaties asks to delete, or in any modus a person without consent, with the line
 * in the file.
 */
export type Verwijdering = Omit<AanleveringVerwijderingRow, 'aanlevering_id'>;

/** SQLite and MySQL both bound the number of parameters of one statement. */
const perInsert = 500;

/** Keeps what is to be deleted until the upload is merged; the ids must not be there yet. */
export async function insertVerwijderingen(
  trx: Knex.Transaction,
  aanleveringId: string,
  verwijderingen: readonly Verwijdering[],
): Promise<void> {
  for (let van = 0; van < verwijderingen.length; van += perInsert) {
    const rows = verwijderingen.slice(van, van + perInsert);
    await trx('aanlevering_verwijderingen').insert(
      rows.map(({ record_id, regel }) => ({ aanlevering_id: aanleveringId, record_id, regel })),
    );
  }
}

/** Whether the file asked to delete anything so far. */
export async function heeftVerwijderingen(trx: Knex.Transaction, aanleveringId: string): Promise<boolean> {
  const een = await trx('aanlevering_verwijderingen')
    .where({ aanlevering_id: aanleveringId })
    .first('record_id');
  return een !== undefined;
}

/** Of these ids the ones that the same file holds already, as a record or as a deletion, with their line. */
export async function findEerder(
  trx: Knex.Transaction,
  aanleveringId: string,
  publicatieNummer: number,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const regels = await findRegels(trx, publicatieNummer, ids);
  const verwijderingen = await trx('aanlevering_verwijderingen')
    .where({ aanlevering_id: aanleveringId })
    .whereIn('record_id', ids)
    .select('record_id', 'regel');
  for (const { record_id, regel } of verwijderingen) regels.set(record_id, regel);
  return regels;
}

/** Forgets them, at most `hoogstens`; returns how many there were. Zero means that none are left. */
export async function deleteVerwijderingen(
  db: Knex,
  aanleveringId: string,
  hoogstens: number,
): Promise<number> {
  const ids = await db('aanlevering_verwijderingen')
    .where({ aanlevering_id: aanleveringId })
    .orderBy('record_id')
    .limit(hoogstens)
    .pluck('record_id');
  if (ids.length === 0) return 0;
  return db('aanlevering_verwijderingen')
    .where({ aanlevering_id: aanleveringId })
    .where('record_id', '<=', ids.at(-1) ?? '')
    .delete();
}
