import type { Knex } from 'knex';

/** Whether this is MySQL or MariaDB; SQLite otherwise. */
export const isMysql = (db: Knex): boolean =>
  (db.client as Knex.Client & { driverName: string }).driverName === 'mysql2';

/** The rows that a raw INSERT added: better-sqlite3 answers `{changes}`, mysql2 `[{affectedRows}]`. */
export function insertedRows(result: unknown): number {
  if (Array.isArray(result)) return (result[0] as { affectedRows: number }).affectedRows;
  return (result as { changes: number }).changes;
}
