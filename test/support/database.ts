import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { connect } from '../../db/connect.ts';
import { migrateUp } from '../../db/migrate.ts';

export interface TestDatabase {
  readonly db: Knex;
  /** For processes that open the same database themselves. */
  readonly url: string;
  /** Closes and removes the database. */
  stop(): Promise<void>;
}

/** A fresh database of its own: SQLite in a file, or, in the MariaDB run, a schema on the private server. */
export async function createTestDatabase(options: { migrate?: boolean } = {}): Promise<TestDatabase> {
  const database = process.env['UM_TEST_DB'] === 'mariadb' ? await createMariadb() : await createSqlite();
  if (options.migrate !== false) await migrateUp(database.db);
  return database;
}

async function createSqlite(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'um-db-'));
  const url = `sqlite:${join(folder, 'um.sqlite')}`;
  const db = connect(url);
  return {
    db,
    url,
    stop: async () => {
      await db.destroy();
      await rm(folder, { recursive: true });
    },
  };
}

async function createMariadb(): Promise<TestDatabase> {
  const server = process.env['UM_TEST_MARIADB_URL'];
  if (!server) throw new Error('UM_TEST_MARIADB_URL is not set: run the tests with npm run test:mariadb');
  const name = `um_${randomBytes(6).toString('hex')}`;
  const admin = connect(new URL('/mysql', server).href, 1);
  // Plainly, as somebody would who read no manual: the migrations see to the collation.
  await admin.raw(`CREATE DATABASE ${name}`);
  const url = new URL(`/${name}`, server).href;
  const db = connect(url);
  return {
    db,
    url,
    stop: async () => {
      await db.destroy();
      await admin.raw(`DROP DATABASE ${name}`);
      await admin.destroy();
    },
  };
}
