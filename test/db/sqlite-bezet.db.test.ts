import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Knex } from 'knex';
import { connect } from '../../db/connect.ts';
import { isDatabaseWeg } from '../../db/is-database-weg.ts';
import { transactie } from '../../db/transactie.ts';

let map: string;
let een: Knex;
let ander: Knex;
beforeAll(async () => {
  map = await mkdtemp(join(tmpdir(), 'um-bezet-'));
  [een, ander] = ['een', 'ander'].map(() => connect(`sqlite:${join(map, 'um.sqlite')}`)) as [Knex, Knex];
  await een.schema.createTable('tellers', (table) => void table.integer('stand'));
  await een('tellers').insert({ stand: 0 });
});
afterAll(async () => {
  await een.destroy();
  await ander.destroy();
  await rm(map, { recursive: true });
});

const hoog = (db: Knex) => db('tellers').increment('stand', 1);

test('who waits for another that is writing lets everybody else go on', async () => {
  const schrijver = await een.transaction();
  await hoog(schrijver);
  const vertraging = monitorEventLoopDelay({ resolution: 5 });
  vertraging.enable();
  const wachtend = [ander.transaction((trx) => hoog(trx)), ander.transaction((trx) => hoog(trx))];
  await sleep(400);
  vertraging.disable();
  await schrijver.commit();
  await Promise.all(wachtend);
  expect(vertraging.max / 1e6).toBeLessThan(200);
  expect(await een('tellers').first()).toEqual({ stand: 3 });
});

test('of many that write at once from two connections none fails', async () => {
  const voor = ((await een('tellers').first()) as { stand: number }).stand;
  await Promise.all(
    Array.from({ length: 200 }, (_, n) => (n % 2 === 0 ? een : ander).transaction((trx) => hoog(trx))),
  );
  expect(await een('tellers').first()).toEqual({ stand: voor + 200 });
});

test('who waits longer than ten seconds is told that the database is not there now', async () => {
  const schrijver = await een.transaction();
  await hoog(schrijver);
  const begin = performance.now();
  const fout: unknown = await transactie(ander, (trx) => hoog(trx)).catch((error: unknown) => error);
  await schrijver.rollback();
  expect(isDatabaseWeg(fout)).toBe(true);
  expect(performance.now() - begin).toBeGreaterThan(9_000);
  expect(performance.now() - begin).toBeLessThan(20_000);
});

/** Takes far longer than the event loop may be held. */
const lang =
  'WITH RECURSIVE rij(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM rij WHERE n < 200000) SELECT max(n) FROM rij';

test('between queries that take long everybody else has a turn', async () => {
  let beurten = 0;
  let klaar = false;
  const draai = (): void => {
    beurten += 1;
    if (!klaar) setImmediate(draai);
  };
  setImmediate(draai);
  for (let i = 0; i < 10; i += 1) await een.raw(lang);
  klaar = true;
  expect(beurten).toBeGreaterThanOrEqual(9);
});

test('what is asked at once in a transaction, after a query that took long, is done in order and undone with it', async () => {
  await een.schema.createTable('namen', (table) => void table.string('naam'));
  const voegToe = (trx: Knex.Transaction, naam: string) => trx('namen').insert({ naam });
  await een.transaction(async (trx) => {
    await trx.raw(lang);
    await Promise.all([voegToe(trx, 'eerst'), voegToe(trx, 'dan')]);
  });
  const mislukt = een.transaction(async (trx) => {
    await trx.raw(lang);
    await Promise.all([voegToe(trx, 'nooit'), trx('bestaat_niet').insert({ naam: 'x' })]);
  });
  await expect(mislukt).rejects.toThrow();
  await een.raw(lang);
  expect(await een('namen').pluck('naam')).toEqual(['eerst', 'dan']);
});
