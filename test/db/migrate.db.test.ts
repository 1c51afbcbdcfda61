import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { migrateDown, migrateUp } from '../../db/migrate.ts';
import type { PublicatieRecordRow } from '../../db/tables.ts';
import * as fouten from '../../db/migrations/004-fouten.ts';
import * as volgorde from '../../db/migrations/007-records-in-volgorde.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { publiceer } from '../support/publiceer.ts';
import { actieveRecords } from '../support/rijen.ts';

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

test('an upload that ended before its faults were counted has its faults counted, and keeps them for a while', async () => {
  const { db } = database;
  await migrateUp(db);
  await fouten.down(db);
  const oud = {
    id: 'a',
    oin: '1',
    soort: 'vacature' as const,
    status: 'afgekeurd' as const,
    fouten_modus: 'weiger' as const,
    aangeleverd_door: 'x',
    aangeleverd_op: '',
    afgerond_op: '2026-01-01T00:00:00.000Z',
    correlatie_id: '',
  };
  await db('aanleveringen').insert(oud);
  const fout = { aanlevering_id: 'a', regel: 1, pad: '', code: 'type', ernst: 'fout' as const, melding: '' };
  await db('aanlevering_fouten').insert([fout, fout]);
  await fouten.up(db);
  expect(await db('aanlevering_fout_aantallen').select()).toMatchObject([{ code: 'type', aantal: 2 }]);
  expect(await db('aanlevering_fouten').select('rij', 'regel')).toEqual([
    { rij: null, regel: 1 },
    { rij: null, regel: 1 },
  ]);
  const [upload] = await db('aanleveringen').select('fouten_tot');
  expect(upload?.fouten_tot?.localeCompare(new Date().toISOString())).toBe(1);
});

test('what VUM finds stays when records get their numbers, in the order of the file, and when they lose them again', async () => {
  const { db } = database;
  await migrateUp(db);
  const ids = ['c', 'a', 'b'];
  for (const oin of ['1', '2'])
    await publiceer(
      db,
      oin,
      'vacature',
      ids.map((idVacature) => ({ idVacature })),
    );
  await volgorde.down(db);
  const oud = await db('actieve_publicaties')
    .join('publicatie_records', 'publicatie_records.publicatie_id', 'actieve_publicaties.publicatie_id')
    .where('oin', '2')
    .orderBy('regel')
    .pluck<string[]>('record_id');
  expect(oud).toEqual(ids);
  await volgorde.up(db);
  const nieuw = await actieveRecords(db)
    .where('actief.oin', '2')
    .orderBy('record.nummer')
    .select<PublicatieRecordRow[]>('record.*');
  expect(nieuw.map(({ record_id, regel }) => [record_id, regel])).toEqual([
    ['c', 1],
    ['a', 2],
    ['b', 3],
  ]);
  const { publicatie_nummer = NaN, inhoud = '' } = nieuw[0] ?? {};
  const nogEens = { publicatie_nummer, record_id: 'c', regel: 4, inhoud };
  await expect(db('publicatie_records').insert(nogEens)).rejects.toThrow();
});
