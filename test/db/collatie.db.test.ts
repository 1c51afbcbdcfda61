import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { listRecords } from '../../db/actieve-publicaties.ts';
import { insertRecords } from '../../db/publicatie-records.ts';
import { ensurePublicatie, findNummer } from '../../db/publicaties.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { gemeenteA as oin } from '../support/identity.ts';
import { bewaarZoekvraag } from '../support/rijen.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.stop());

const nu = '2026-11-23T20:00:00.000Z';

test('record ids that differ in case or in a space at the end are different records, in the order of the bron', async () => {
  const { db } = database;
  const ids = ['a', 'B', 'A', 'a ', 'b', 'é', 'e', 'A_', 'A-'];
  const dubbele = await db.transaction(async (trx) => {
    await ensurePublicatie(trx, {
      ...{ id: 'p', oin, soort: 'vacature', aanlevering_id: 'a', aangemaakt_op: nu },
    });
    return insertRecords(
      trx,
      (await findNummer(trx, 'p')) ?? NaN,
      ids.map((record_id, regel) => ({ record_id, regel, inhoud: Buffer.from('{}') })),
    );
  });
  expect(dubbele).toEqual([]);
  const gelezen = await listRecords(db, (await findNummer(db, 'p')) ?? NaN, '', 100);
  expect(gelezen.map(({ record_id }) => record_id)).toEqual(ids.toSorted());
});

test('ids of zoekvragen and matches are compared exactly', async () => {
  const { db } = database;
  await bewaarZoekvraag(db, { id: 'z' });
  await bewaarZoekvraag(db, { id: 'Z' });
  for (const [volgnummer, vum_id] of ['x', 'X', 'x '].entries()) {
    await db('matches').insert({ zoekvraag_id: 'z', vum_id, volgnummer, inhoud: '{}' });
  }
  expect(await db('matches').where({ zoekvraag_id: 'z', vum_id: 'X' })).toMatchObject([{ volgnummer: 1 }]);
  expect(await db('matches').where({ zoekvraag_id: 'Z' })).toEqual([]);
});

test('no text in any table is compared otherwise, whatever the database was made with', async () => {
  const { db } = database;
  if (process.env['UM_TEST_DB'] !== 'mariadb') return;
  const [kolommen] = (await db.raw(
    `SELECT table_name AS tabel, column_name AS kolom, collation_name AS collatie FROM information_schema.columns
     WHERE table_schema = DATABASE() AND collation_name IS NOT NULL AND table_name NOT LIKE 'knex%'`,
  )) as [{ collatie: string }[]];
  expect(kolommen.length).toBeGreaterThan(50);
  expect(kolommen.filter(({ collatie }) => collatie !== 'utf8mb4_nopad_bin')).toEqual([]);
  await db.schema.createTable('later', (table) => void table.string('naam', 10));
  const [[later]] = (await db.raw(
    `SELECT collation_name AS collatie FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'later'`,
  )) as [[{ collatie: string }]];
  expect(later.collatie).toBe('utf8mb4_nopad_bin');
});
