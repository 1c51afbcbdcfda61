import { setImmediate } from 'node:timers/promises';
import BetterSqlite3Client from 'knex/lib/dialects/better-sqlite3/index.js';

/** Queries after which the event loop gets a turn: better-sqlite3 answers synchronously and would starve it. */
const queriesPerTurn = 32;

const pragmas = ['journal_mode = WAL', 'synchronous = NORMAL', 'busy_timeout = 10000', 'foreign_keys = ON'];

interface SqliteConnection {
  pragma(text: string): unknown;
}

/** Queries run on each connection. Knex clones its client for a transaction, so a field would not count on. */
const queries = new WeakMap<SqliteConnection, number>();

/** The embedded database, made to share: WAL, one writer at a time, and an event loop that keeps breathing. */
export class YieldingSqliteClient extends BetterSqlite3Client {
  override async acquireRawConnection(): Promise<SqliteConnection> {
    const connection = (await super.acquireRawConnection()) as SqliteConnection;
    for (const pragma of pragmas) connection.pragma(pragma);
    return connection;
  }

  override async _query(connection: SqliteConnection, query: { sql: string }): Promise<unknown> {
    const count = (queries.get(connection) ?? 0) + 1;
    queries.set(connection, count);
    if (count % queriesPerTurn === 0) await setImmediate();
    // A transaction that reads before it writes would fail on a busy file when it upgrades its lock.
    if (query.sql === 'BEGIN;') query.sql = 'BEGIN IMMEDIATE;';
    return super._query(connection, query);
  }
}
