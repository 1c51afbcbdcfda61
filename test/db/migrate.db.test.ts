import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { migrateDown, migrateUp } from '../../db/migrate.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase({ migrate: false });
});
afterEach(() => database.stop());

test('the migrations run up, down and up again', async () => {
  const { db } = database;
  await migrateUp(db);
  expect(await db.schema.hasTable('publicatie_records')).toBe(true);
  await migrateDown(db);
  expect(await db.schema.hasTable('publicatie_records')).toBe(false);
  await migrateUp(db);
  expect(await db('zoekvragen').select()).toEqual([]);
});

test('the database itself refuses an eleventh detail', async () => {
  const { db } = database;
  await migrateUp(db);
  const zoekvraag = {
    id: 'z',
    oin: '1',
    soort: 'vacature' as const,
    status: 'loopt' as const,
    vraag: '{}',
    gesteld_door: 'x',
    gesteld_op: '',
    verloopt_op: '',
    correlatie_id: '',
  };
  await db('zoekvragen').insert({ ...zoekvraag, details_gebruikt: 10 });
  await expect(db('zoekvragen').update({ details_gebruikt: 11 })).rejects.toThrow();
});
