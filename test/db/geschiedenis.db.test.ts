import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { reserveerDetail } from '../../db/detail-quotum.ts';
import { lijstDetailvragen } from '../../db/detailvragen.ts';
import { beeindigZoekvraag } from '../../db/matches.ts';
import { ruimZoekvragenOp } from '../../db/retentie.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { gemeenteA as oin, gemeenteB } from '../support/identity.ts';
import { bewaarDetailvraag, bewaarZoekvraag } from '../support/rijen.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.stop());

const nu = '2026-11-23T20:00:00.000Z';
const grenzen = {
  ...{ nu, verlopenVoor: '2026-11-23T19:55:00.000Z', gesteldVoor: '2026-11-23T19:45:00.000Z' },
  ...{ gevraagdVoor: '2026-11-23T19:55:00.000Z', eindeGezienSinds: '2026-11-22T20:00:00.000Z' },
  vergeetVoor: '2025-11-23T20:00:00.000Z',
};

const vumIDs = (id: string) => database.db('detailvragen').where({ zoekvraag_id: id }).pluck('vum_id');

test('when a zoekvraag ends, its details are no longer tied to anybody, and the trail counts them', async () => {
  const { db } = database;
  await bewaarZoekvraag(db, { id: 'eindigt' }, 2);
  for (const request_id of ['r1', 'r2']) {
    await bewaarDetailvraag(db, { zoekvraag_id: 'eindigt', request_id, vum_id: 'vum-1', status: 'geleverd' });
  }
  await beeindigZoekvraag(db, { oin, id: 'eindigt', nu, status: 'verlopen', actor: 'um' });
  expect(await vumIDs('eindigt')).toEqual(['', '']);
  const rijen = await lijstDetailvragen(db, { oin, zoekvraagId: 'eindigt', overslaan: 0, limiet: 10 });
  expect(rijen).toMatchObject([
    { gevraagd_door: 'test', reden: 'gesprek', status: 'geleverd' },
    { gevraagd_door: 'test', reden: 'gesprek', status: 'geleverd' },
  ]);
  expect(await db('gebeurtenissen').where({ actie: 'matches-verwijderd' }).first()).toMatchObject({
    reden: "2 matches, 2 vumID's van detailvragen",
  });
});

test('what comes in while a zoekvraag ends is refused, and forgotten by the next sweep', async () => {
  const { db } = database;
  await bewaarZoekvraag(db, { id: 'net-klaar', status: 'verlopen', verwijderd_op: nu });
  await bewaarDetailvraag(db, { zoekvraag_id: 'net-klaar', request_id: 'laat' });
  const sleutel = { oin, zoekvraagId: 'net-klaar', requestId: 'laat' };
  expect(await reserveerDetail(db, sleutel, nu)).toBe('zoekvraag-verlopen');
  expect((await ruimZoekvragenOp(db, grenzen)).get(oin)).toMatchObject({ vumIDsVergeten: 1 });
  expect(await vumIDs('net-klaar')).toEqual(['']);
});

test('after the period that history is kept, the zoekvraag and its detailvragen go, and are counted', async () => {
  const { db } = database;
  const einde = { status: 'verlopen', verwijderd_op: '2025-01-08T00:00:00.000Z' } as const;
  const lang = { ...einde, verloopt_op: '2025-11-23T19:59:59.999Z' };
  const kort = { ...einde, verloopt_op: '2025-11-23T20:00:00.000Z' };
  await bewaarZoekvraag(db, { id: 'lang-geleden', ...lang });
  await bewaarZoekvraag(db, { id: 'mislukt', ...lang, status: 'mislukt', verwijderd_op: null });
  await bewaarZoekvraag(db, { id: 'ander', ...lang, oin: gemeenteB });
  await bewaarZoekvraag(db, { id: 'net-niet', ...kort });
  for (const request_id of ['r1', 'r2']) {
    await bewaarDetailvraag(db, { zoekvraag_id: 'lang-geleden', request_id, vum_id: '', status: 'geleverd' });
  }
  await bewaarDetailvraag(db, { zoekvraag_id: 'net-niet', request_id: 'r1', vum_id: '', status: 'geleverd' });

  const gevonden = await ruimZoekvragenOp(db, grenzen);
  expect(gevonden.get(oin)).toMatchObject({ zoekvragenVergeten: 2, detailvragenVergeten: 2 });
  expect(gevonden.get(gemeenteB)).toMatchObject({ zoekvragenVergeten: 1, detailvragenVergeten: 0 });
  const over = await db('zoekvragen')
    .whereIn('id', ['lang-geleden', 'mislukt', 'ander', 'net-niet'])
    .pluck('id');
  expect(over).toEqual(['net-niet']);
  expect(await db('detailvragen').where({ zoekvraag_id: 'lang-geleden' })).toEqual([]);
  expect(await ruimZoekvragenOp(db, grenzen)).toEqual(new Map());
});

test('the sweep looks where an index leads it, however long the history is', async () => {
  const { db } = database;
  const plannen: string[] = [];
  const bekijk = ({ sql, bindings }: { sql: string; bindings: readonly unknown[] }) => {
    if (sql.startsWith('select `oin`')) plannen.push(db.raw(sql, bindings as never).toQuery());
  };
  db.on('query', bekijk);
  await ruimZoekvragenOp(db, grenzen);
  db.removeListener('query', bekijk);
  expect(plannen.length).toBeGreaterThan(4);
  if (process.env['UM_TEST_DB'] === 'mariadb') return;
  for (const vraag of plannen) {
    const plan = await db.raw<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${vraag}`);
    expect(plan.map(({ detail }) => detail).join('; ')).not.toMatch(/\bSCAN\b/);
  }
});
