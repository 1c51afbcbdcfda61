import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { demandOurSchema } from '../../db/migrate.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const programma = fileURLToPath(new URL('../../db/main.ts', import.meta.url));

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase({ migrate: false });
});
afterEach(() => database.stop());

/** `npm run migrate`, without the installing before it. */
async function migreer(url = database.url): Promise<{ code: number; uit: string; fout: string }> {
  const env = { ...process.env, DATABASE_URL: url };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', programma], { env });
  const [uit, fout, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number]>,
  ]);
  return { code, uit, fout };
}

test('a new database is made ready by one command, and once', async () => {
  const { db } = database;
  await expect(demandOurSchema(db)).rejects.toThrow(/lacks 001-initial\.ts, .*run "npm run migrate"/);
  expect(await migreer()).toMatchObject({ code: 0, uit: expect.stringContaining('001-initial.ts, ') });
  await demandOurSchema(db);
  expect(await db('publicaties').select()).toEqual([]);
  expect(await migreer()).toMatchObject({ code: 0, uit: 'De database was al bij: UM kan starten.\n' });
});

test('a database of an older UM is said to be behind', async () => {
  const { db } = database;
  await migreer();
  await db('knex_migrations').where({ name: '007-records-in-volgorde.ts' }).delete();
  await expect(demandOurSchema(db)).rejects.toThrow('lacks 007-records-in-volgorde.ts: run');
});

test('a database of a newer UM is left alone', async () => {
  const { db } = database;
  await migreer();
  await db('knex_migrations').insert({ name: '999-later.ts', batch: 2 });
  await expect(demandOurSchema(db)).rejects.toThrow('of a newer UM (it has 999-later.ts)');
  const { code, fout } = await migreer();
  expect({ code, fout }).toEqual({ code: 1, fout: expect.stringContaining('nieuwere UM (999-later.ts)') });
});

test('two at once do not both change the database', async () => {
  const { db } = database;
  await migreer();
  await db('knex_migrations').where({ name: '007-records-in-volgorde.ts' }).delete();
  await db('knex_migrations_lock').update({ is_locked: 1 });
  const { code, fout } = await migreer();
  expect({ code, fout }).toEqual({ code: 1, fout: expect.stringContaining('iemand anders is ermee bezig') });
});

test.each([
  ['', 'zet in DATABASE_URL welke het is'],
  ['postgres://um', 'DATABASE_URL must start with sqlite:, mysql: or mariadb:'],
  ['mysql://um:geheim@127.0.0.1:1/um', 'ECONNREFUSED'],
])('an address that leads nowhere is said: “%s”', async (url, reden) => {
  const { code, fout } = await migreer(url);
  expect(code).toBe(1);
  expect(fout).toMatch(/^De database is niet bijgewerkt: /);
  expect(fout).toContain(reden);
  expect(fout).not.toContain('geheim');
});
