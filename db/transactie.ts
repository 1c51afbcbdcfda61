import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';

/**
 * MySQL: deadlock found (1213), lock wait timed out (1205); MariaDB with `innodb_snapshot_isolation`, the default
 * since 11.6: the row was changed after this transaction first read (1020). The whole transaction was, or can be,
 * taken back. Not SQLite that is busy: each query has waited for that already.
 */
const opnieuw = new Set(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD', 'SQLITE_BUSY_SNAPSHOT']);
const dubbel = new Set(['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY']);
const pogingen = 6;

/**
 * Runs `doe` in a transaction, again when the database took it back for the sake of another. `doe` must read
 * what it needs inside the transaction, because it may run more than once.
 */
export async function transactie<T>(db: Knex, doe: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
  for (let poging = 1; ; poging++) {
    try {
      return await db.transaction(doe);
    } catch (fout) {
      if (poging === pogingen || !opnieuw.has(codeVan(fout))) throw fout;
      await sleep(2 ** poging * (1 + Math.random()));
    }
  }
}

/** Whether a row with the same unique key stands there already. */
export function isDubbel(fout: unknown): boolean {
  return dubbel.has(codeVan(fout));
}

function codeVan(fout: unknown): string {
  // Not `instanceof Error`: the driver's errors may come from another realm than ours.
  const code = (fout as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}
