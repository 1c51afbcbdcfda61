/** Knex ships no types for its dialect modules; this is the part that UM extends. */
declare module 'knex/lib/dialects/better-sqlite3/index.js' {
  import { Knex } from 'knex';

  export default class BetterSqlite3Client extends Knex.Client {
    acquireRawConnection(): Promise<unknown>;
    _query(connection: unknown, query: { sql: string }): Promise<unknown>;
  }
}

declare module 'knex/lib/dialects/mysql2/index.js' {
  import { Knex } from 'knex';

  export default class Mysql2Client extends Knex.Client {
    _query(connection: unknown, query: object): Promise<unknown>;
  }
}
