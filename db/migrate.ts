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

/**
 * Brings the database to the newest schema, and returns the names of the migrations that this took. One process at a
 * time: Knex refuses a second.
 */
export async function migrateUp(db: Knex): Promise<readonly string[]> {
  const [, names] = (await db.migrate.latest({ migrationSource: source })) as [number, readonly string[]];
  return names;
}

/** Takes every migration back, newest first. */
export async function migrateDown(db: Knex): Promise<void> {
  await db.migrate.rollback({ migrationSource: source }, true);
}

/** Migrations that this UM has and the database has not had, and those that only a newer UM knows. */
export async function compareSchema(
  db: Knex,
): Promise<{ readonly missing: readonly string[]; readonly newer: readonly string[] }> {
  const ours = await source.getMigrations([]);
  const isNew = !(await db.schema.hasTable(administration));
  const done = isNew ? [] : await db(administration).pluck<string[]>('name');
  return {
    missing: ours.filter((name) => !done.includes(name)),
    newer: done.filter((name) => !ours.includes(name)),
  };
}

/** Throws an `Error` that says what to do when the schema is not the one that this UM works with. */
export async function demandOurSchema(db: Knex): Promise<void> {
  const { missing, newer } = await compareSchema(db);
  if (newer.length > 0)
    throw new Error(`The database is of a newer UM (it has ${newer.join(', ')}): start that one`);
  if (missing.length > 0)
    throw new Error(`The database lacks ${missing.join(', ')}: run "npm run migrate" with its DATABASE_URL`);
}

/** Where Knex writes down what was done. */
const administration = 'knex_migrations';
