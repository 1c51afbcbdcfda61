import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '../../db/connect.ts';
import { listEvents, recordEvent } from '../../db/gebeurtenissen.ts';
import { down, up } from '../../db/migrations/006-spoor-en-collatie.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { gemeenteA } from '../support/identity.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.stop());

const tijdstip = '2026-11-23T20:00:00.000Z';
const gebeurtenis = (objectId: string) => ({
  ...{ tijdstip, oin: gemeenteA, actor: 'test', actie: 'getest' },
  ...{ objectSoort: 'proef', objectId, uitkomst: 'gelukt' },
});

// SQLite has one writer at a time: there an event cannot commit late.
const opMariadb = process.env['UM_TEST_DB'] === 'mariadb' ? test : test.skip;

opMariadb('who follows the trail page by page misses no event that commits late', async () => {
  const { db } = database;
  const lezer = connect(database.url);
  const gezien: string[] = [];
  let na = 0;
  const lees = async () => {
    for (const rij of await listEvents(lezer, gemeenteA, { na, limiet: 10 })) {
      gezien.push(rij.object_id);
      na = rij.volgnummer;
    }
  };
  try {
    await db.transaction((trx) => recordEvent(trx, gebeurtenis('eerst')));
    const laat = await db.transaction();
    await recordEvent(laat, gebeurtenis('laat'));
    // Begun later and ready sooner: without an order it would be seen first, and the other never.
    const snel = db.transaction((trx) => recordEvent(trx, gebeurtenis('snel')));
    await sleep(100);
    await lees();
    expect(gezien).toEqual(['eerst']);
    await laat.commit();
    await snel;
    await lees();
    expect(gezien).toEqual(['eerst', 'laat', 'snel']);
  } finally {
    await lezer.destroy();
  }
});

test('an event that is taken back leaves no gap', async () => {
  const { db } = database;
  await db.transaction((trx) => recordEvent(trx, gebeurtenis('een')));
  const teruggenomen = db.transaction(async (trx) => {
    await recordEvent(trx, gebeurtenis('nooit'));
    throw new Error('taken back');
  });
  await expect(teruggenomen).rejects.toThrow('taken back');
  await db.transaction((trx) => recordEvent(trx, gebeurtenis('twee')));
  const spoor = await listEvents(db, gemeenteA, { limiet: 10 });
  expect(spoor.map(({ volgnummer, object_id: id }) => [volgnummer, id])).toEqual([
    [1, 'een'],
    [2, 'twee'],
  ]);
});

test('what was stored before keeps its place in the trail, and counting goes on from there', async () => {
  const { db } = database;
  await down(db);
  const rij = { tijdstip, actor: 'x', actie: 'y', object_soort: 'z', object_id: 'o', uitkomst: 'gelukt' };
  for (const oin of ['1', '2', '1']) await db('gebeurtenissen').insert({ ...rij, oin });
  await up(db);
  expect(await db('gebeurtenissen').orderBy('id').pluck('volgnummer')).toEqual([1, 2, 3]);
  expect(await db('spoor_tellers').orderBy('oin')).toEqual([
    { oin: '1', laatste: 3 },
    { oin: '2', laatste: 2 },
  ]);
});
