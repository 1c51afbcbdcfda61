import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3Client from 'knex/lib/dialects/better-sqlite3/index.js';

/**
 * Queries, or milliseconds of them, after which the event loop gets a turn: better-sqlite3 answers synchronously and
 * would starve it.
 */
const perTurn = { queries: 32, ms: 5 };

/** Large pages, for a new file: several records fit in one, and a page is what the disk is asked to read and write. */
const pragmas = [
  'busy_timeout = 10000',
  'page_size = 16384',
  'journal_mode = WAL',
  'synchronous = NORMAL',
  'foreign_keys = ON',
  'cache_size = -4000',
  // A megabyte or two that a commit writes to the file itself: no event loop is held for long.
  'wal_autocheckpoint = 125',
  // From here on SQLite itself waits for a moment alone, which is quickest but holds the event loop.
  'busy_timeout = 30',
];

/** How long a query waits for another process or connection that is writing, in milliseconds. */
const busyMs = 10_000;
/** Between two attempts, in milliseconds: the others' turn. */
const pauseMs = 5;

export interface SqliteConnection {
  pragma(text: string): unknown;
  prepare(sql: string): unknown;
}

/** Statements kept ready on each connection. */
const statementsKept = 100;

/** Knex has every query prepared anew; SQLite takes milliseconds for one that inserts a thousand rows. */
function rememberStatements(connection: SqliteConnection): void {
  const prepare = connection.prepare.bind(connection);
  const ready = new Map<string, unknown>();
  connection.prepare = (sql) => {
    if (!/^(?:select|insert|update|delete)\b/i.test(sql)) {
      // What is neither this nor the edge of a transaction may change what a kept statement was made for.
      if (!/^(?:begin|commit|rollback|savepoint)\b/i.test(sql)) ready.clear();
      return prepare(sql);
    }
    const statement = ready.get(sql) ?? prepare(sql);
    ready.delete(sql);
    ready.set(sql, statement);
    const [oldest] = ready.keys();
    if (ready.size > statementsKept && oldest !== undefined) ready.delete(oldest);
    return statement;
  };
}

/** What each connection did since the last turn. Knex clones its client for a transaction, so a field would not count on. */
const sinceTurn = new WeakMap<SqliteConnection, { queries: number; ms: number; turn?: Promise<void> }>();

/** The embedded database, made to share: WAL, one writer at a time, and an event loop that keeps breathing. */
export class YieldingSqliteClient extends BetterSqlite3Client {
  override async acquireRawConnection(): Promise<SqliteConnection> {
    const connection = (await super.acquireRawConnection()) as SqliteConnection;
    for (const pragma of pragmas) connection.pragma(pragma);
    rememberStatements(connection);
    return connection;
  }

  override async _query(connection: SqliteConnection, query: { sql: string }): Promise<unknown> {
    const done = sinceTurn.get(connection) ?? { queries: 0, ms: 0 };
    sinceTurn.set(connection, done);
    if (done.queries >= perTurn.queries || done.ms >= perTurn.ms) {
      [done.queries, done.ms] = [0, 0];
      done.turn = setImmediate();
    }
    // Whoever comes during the turn waits too: a query that a rollback overtook would run outside the transaction.
    await done.turn;
    // A transaction that reads before it writes would fail on a busy file when it upgrades its lock.
    if (query.sql === 'BEGIN;') query.sql = 'BEGIN IMMEDIATE;';
    return whenFree(() => {
      const begin = performance.now();
      const answer = super._query(connection, query);
      done.queries += 1;
      done.ms += performance.now() - begin;
      return answer;
    });
  }
}

/** Waits for whoever is writing without holding the event loop; a query that was refused as busy did nothing. */
async function whenFree(query: () => Promise<unknown>): Promise<unknown> {
  const deadline = performance.now() + busyMs;
  for (;;) {
    try {
      return await query();
    } catch (error) {
      const busy = (error as { code?: unknown } | null)?.code === 'SQLITE_BUSY';
      if (!busy || performance.now() > deadline) throw error;
      await sleep(pauseMs);
    }
  }
}
