import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { insertRecords } from '../../db/publicatie-records.ts';
import { ensurePublicatie, findNummer } from '../../db/publicaties.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { gemeenteA as oin } from '../support/identity.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.stop());

test('an id that stands there already is told, in the same row of another sheet too, and the others are kept', async () => {
  const { db } = database;
  const voegToe = (...records: [id: string, regel: number][]) =>
    db.transaction(async (trx) =>
      insertRecords(
        trx,
        (await findNummer(trx, 'p')) ?? NaN,
        records.map(([record_id, regel]) => ({ record_id, regel, inhoud: Buffer.from('{}') })),
      ),
    );
  await db.transaction((trx) =>
    ensurePublicatie(trx, {
      ...{ id: 'p', oin, soort: 'vacature', aanlevering_id: 'a', aangemaakt_op: '2026-11-23T20:00:00.000Z' },
    }),
  );
  expect(await voegToe(['a', 2], ['b', 3])).toEqual([]);
  expect(await voegToe(['a', 2], ['c', 3], ['b', 4])).toMatchObject([
    { record: { record_id: 'a' }, eersteRegel: 2 },
    { record: { record_id: 'b', regel: 4 }, eersteRegel: 3 },
  ]);
  expect(await voegToe(['b', 9], ['a', 2])).toMatchObject([
    { record: { record_id: 'b', regel: 9 }, eersteRegel: 3 },
    { record: { record_id: 'a', regel: 2 }, eersteRegel: 2 },
  ]);
  expect(await voegToe(['d', 5], ['c', 6], ['e', 7], ['f', 8])).toMatchObject([
    { record: { record_id: 'c', regel: 6 }, eersteRegel: 3 },
  ]);
  expect(await db('publicatie_records').orderBy('record_id').pluck('regel')).toEqual([2, 3, 3, 5, 7, 8]);
});
