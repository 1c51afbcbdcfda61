import knex, { type Knex } from 'knex';
import { impatientMysqlClient } from './impatient-mysql-client.ts';
import { type SqliteConnection, YieldingSqliteClient } from './yielding-sqlite-client.ts';

/** Where UM keeps its rows: `sqlite:<file>` (embedded) or `mysql://…` (MySQL 8, MariaDB). */
export type DatabaseUrl = string;

/**
 * Opens the database. SQLite gets one connection in WAL mode whose transactions take the write lock at once,
 * so that several processes can share the file; MySQL and MariaDB get a pool of `poolSize` connections, and
 * `answerMs` milliseconds to answer a query. Throws `Error` when the URL names neither.
 */
export function connect(url: DatabaseUrl, poolSize = 10, answerMs = ANTWOORD_MS): Knex {
  if (url.startsWith('sqlite:')) return connectSqlite(url.slice('sqlite:'.length), { min: 1, max: 1 });
  if (/^(mysql|mariadb):/.test(url)) return connectMysql(url, poolSize, answerMs);
  throw new Error(`DATABASE_URL must start with sqlite:, mysql: or mariadb:`);
}

/** The same for a thread that writes much and holds nobody up: SQLite does more at once then, which is less work. */
export function connectWriter(url: DatabaseUrl): Knex {
  if (!url.startsWith('sqlite:')) return connect(url, 1);
  const afterCreate = (connection: SqliteConnection, done: (error: null, connection: unknown) => void) => {
    // The ids of a set come in any order: the index that they are looked up in fits in the cache.
    connection.pragma('cache_size = -8000');
    connection.pragma('wal_autocheckpoint = 500');
    done(null, connection);
  };
  return connectSqlite(url.slice('sqlite:'.length), { min: 1, max: 1, afterCreate });
}

function connectSqlite(filename: string, pool: Knex.PoolConfig): Knex {
  return knex({
    client: YieldingSqliteClient,
    connection: { filename },
    useNullAsDefault: true,
    pool,
  });
}

function connectMysql(url: string, poolSize: number, answerMs: number): Knex {
  return knex({
    client: impatientMysqlClient(answerMs),
    connection: mysqlConnection(url),
    pool: { min: 0, max: poolSize, afterCreate: readCommitted },
    acquireConnectionTimeout: WACHT_MS,
    // Knex tells of a failing connection on the console too, in the middle of a log of JSON; it throws it as well.
    log: { warn: () => undefined },
  });
}

/** How long a query waits for a connection, in milliseconds: whoever waits longer has given up. */
const WACHT_MS = 15_000;

/** More than the server lets a query wait for a lock (50 seconds), which it should say itself; UM's own take less. */
const ANTWOORD_MS = 60_000;

/**
 * What UM reads in a transaction and relies on, it locks; a snapshot would only make it work with what is outdated,
 * or be refused by a server that is strict about it.
 */
function readCommitted(
  connection: { query(sql: string, done: (error: Error | null) => void): void },
  done: (error: Error | null, connection: unknown) => void,
): void {
  const sql = 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED';
  connection.query(sql, (error) => done(error, connection));
}

// No charset here: Knex would put it on every new table, with the server's own collation instead of the database's.
function mysqlConnection(url: string): Knex.MySql2ConnectionConfig & { jsonStrings: boolean } {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  return {
    host: hostname,
    port: port ? Number(port) : 3306,
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: pathname.slice(1),
    connectTimeout: 5_000,
    timezone: 'Z',
    jsonStrings: true,
    ...(searchParams.get('ssl') === 'true' ? { ssl: { rejectUnauthorized: true } } : {}),
  };
}
