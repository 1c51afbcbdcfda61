import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openFoutenbestand } from '../../../activities/foutenbestand/foutenbestand.ts';
import { deelGrootte, insertDeel } from '../../../db/aanlevering-delen.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

const rijen = 60_000;
let database: TestDatabase;
let grootte = 0;
beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  await db('aanleveringen').insert({
    id: 'a',
    oin: '1',
    soort: 'vacature',
    status: 'afgekeurd',
    fouten_modus: 'weiger',
    aangeleverd_door: 'x',
    aangeleverd_op: '',
    correlatie_id: '',
  });
  const tekst = Array.from({ length: rijen }, (_, rij) => `${rij};${'x'.repeat(100)};y\r\n`).join('');
  const inhoud = Buffer.from(tekst);
  grootte = inhoud.length;
  for (let van = 0; van < grootte; van += deelGrootte) {
    await insertDeel(db, 'a', van / deelGrootte, inhoud.subarray(van, van + deelGrootte));
  }
}, 30_000);
afterAll(() => database.stop());

const open = (langsteDuurMs?: number) =>
  openFoutenbestand(
    {
      databaseUrl: database.url,
      aanleveringId: 'a',
      formaat: 'csv',
      grootte,
      nietBewaard: 0,
      nu: new Date().toISOString(),
    },
    langsteDuurMs,
  );

const draden = () => process.getActiveResourcesInfo().filter((soort) => soort === 'MessagePort').length;

/** Waits until every thread has ended; false when one has not. */
async function geenDraad(): Promise<boolean> {
  for (let keer = 0; keer < 100 && draden() > 0; keer++) await sleep(50);
  return draden() === 0;
}

test('a file is made no faster than it is taken', async () => {
  const inhoud = await open();
  await sleep(1_500);
  expect(inhoud.readableLength).toBeLessThan(grootte / 4);
  let bytes = 0;
  for await (const stuk of inhoud) bytes += (stuk as Buffer).length;
  expect(bytes).toBeGreaterThan(grootte);
});

test('who goes away ends the thread', async () => {
  expect(await geenDraad()).toBe(true);
  const inhoud = await open();
  expect(draden()).toBeGreaterThan(0);
  inhoud.destroy();
  await once(inhoud, 'close');
  expect(await geenDraad()).toBe(true);
});

test('who stops reading loses the file and its thread after a while', async () => {
  const inhoud = await open(10_000);
  const [fout] = await once(inhoud, 'error').catch((oorzaak: unknown) => [oorzaak]);
  expect(fout).toMatchObject({ name: 'AbortError' });
  expect(inhoud.closed).toBe(true);
  expect(await geenDraad()).toBe(true);
});

test('what cannot be read fails before the first byte', async () => {
  await database.db('aanlevering_delen').where({ volgnummer: 3 }).delete();
  await expect(open()).rejects.toThrow('is missing');
});
