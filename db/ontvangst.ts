import type { Knex } from 'knex';
import { deleteAanlevering } from './aanleveringen.ts';
import type { AanleveringRow, Instant } from './tables.ts';

/** The upload that is coming in; its phase moves on as soon as it is complete, or to be forgotten. */
const komtBinnen = (db: Knex, id: string) =>
  db('aanleveringen').where({ id, status: 'ontvangst', fase: 'ontvangst' });

/** Notes that some of the file came in just now; false when the upload has ended meanwhile. */
export async function meldOntvangst(db: Knex, id: string, nu: Instant): Promise<boolean> {
  return (await komtBinnen(db, id).update({ voortgang_op: nu })) > 0;
}

/** The whole file is there; false when the upload has ended meanwhile. */
export async function voltooiOntvangst(
  trx: Knex.Transaction,
  id: string,
  bestand: Pick<AanleveringRow, 'bytes' | 'sha256'>,
  nu: Instant,
): Promise<boolean> {
  const wacht = { status: 'wacht', fase: 'wacht', fase_sinds: nu } as const;
  // Which of two uploads is the later one is decided by which was completely received last.
  return (await komtBinnen(trx, id).update({ ...wacht, aangeleverd_op: nu, ...bestand })) > 0;
}

/**
 * Another request sees to an upload that waits for its workflow: whoever received it can no longer take it back.
 * False, and nothing changes, when it waits no more.
 */
export async function neemOntvangstOver(
  db: Knex,
  { id, fase_sinds: sinds }: Pick<AanleveringRow, 'id' | 'fase_sinds'>,
  nu: Instant,
): Promise<boolean> {
  // Another instant than before, also within one millisecond.
  const over = new Date(Math.max(Date.parse(nu), Date.parse(sinds ?? nu) + 1)).toISOString();
  const wacht = db('aanleveringen').where({ id, status: 'wacht' });
  return (await wacht.update({ fase_sinds: over })) > 0;
}

/**
 * Takes back an upload that waits for its workflow since `sinds`; false when one has begun with it, or another
 * request sees to it.
 */
export async function neemOntvangstTerug(
  trx: Knex.Transaction,
  id: string,
  sinds: Instant,
): Promise<boolean> {
  const wacht = trx('aanleveringen').where({ id, status: 'wacht', fase_sinds: sinds });
  return (await wacht.update({ status: 'ontvangst' })) > 0;
}

const stil = (db: Knex, sinds: Instant) =>
  db('aanleveringen')
    .where({ status: 'ontvangst' })
    .whereRaw('COALESCE(voortgang_op, aangeleverd_op) < ?', [sinds]);

/** Uploads of which nothing has come in since then. */
export async function listStilgevallen(db: Knex, sinds: Instant): Promise<AanleveringRow[]> {
  return stil(db, sinds).orderBy('id').limit(100);
}

/**
 * Forgets an upload of which nothing has come in since then, and frees its Idempotency-Key; false, and nothing
 * changes, when it is alive. It is marked before anything goes: should its process live after all, it finds that it
 * has nothing to complete. Calls `stap` after each of many small steps.
 */
export async function vergeetStilgevallen(
  db: Knex,
  id: string,
  sinds: Instant,
  stap?: () => void,
): Promise<boolean> {
  const einde = { fase: 'opruimen', idempotentie_sleutel: null } as const;
  if ((await stil(db, sinds).where({ id }).update(einde)) === 0) return false;
  await deleteAanlevering(db, id, stap);
  return true;
}
