import { readdir } from 'node:fs/promises';
import type { Knex } from 'knex';

type Migration = Pick<Knex.Migration, 'up' | 'down'>;

const folder = new URL('./migrations/', import.meta.url);

/** Lists the migrations by file name, which is their order. */
const source: Knex.MigrationSource<string> = {
  getMigrations: async () => (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort(),
  getMigrationName: (name) => name,
  getMigration: async (name) => (await import(new URL(name, folder).href)) as Migration,
};

/** Brings the database to the newest schema. One process at a time: Knex refuses a second. */
export async function migrateUp(db: Knex): Promise<void> {
  await db.migrate.latest({ migrationSource: source });
}

/** Takes every migration back, newest first. */
export async function migrateDown(db: Knex): Promise<void> {
  await db.migrate.rollback({ migrationSource: source }, true);
}
