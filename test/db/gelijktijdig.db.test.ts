import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { geefDetailVrij, leverDetail, reserveerDetail } from '../../db/detail-quotum.ts';
import { listEvents } from '../../db/gebeurtenissen.ts';
import { startBoekhouders, type Boekhouders } from '../support/boekhouder.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { gemeenteA as oin, gemeenteB } from '../support/identity.ts';
import { bewaarDetailvraag, bewaarZoekvraag } from '../support/rijen.ts';

const nu = '2026-11-23T20:00:00.000Z';

let database: TestDatabase;
let boekhouders: Boekhouders;
beforeAll(async () => {
  database = await createTestDatabase();
  boekhouders = await startBoekhouders(database.url, 4);
}, 60_000);
afterAll(async () => {
  await boekhouders.stop();
  await database.stop();
});

const vijftig = <T>(maak: (n: number) => T): T[] => Array.from({ length: 50 }, (_, n) => maak(n));

/** A zoekvraag with fifty requests for a detail, which nobody has handled. */
async function vijftigVragen(zoekvraagId: string) {
  await bewaarZoekvraag(database.db, { id: zoekvraagId }, 1);
  const sleutels = vijftig((n) => ({ oin, zoekvraagId, requestId: `verzoek-${n}` }));
  for (const { requestId } of sleutels) {
    await bewaarDetailvraag(database.db, { zoekvraag_id: zoekvraagId, request_id: requestId });
  }
  return sleutels;
}

const gebruikt = async (id: string) =>
  (await database.db('zoekvragen').where({ id }).first())?.details_gebruikt;

test('of fifty details reserved at once by several processes exactly ten are granted', async () => {
  const sleutels = await vijftigVragen('vijftig');
  const uitkomsten = await boekhouders.doe(
    'reserveer',
    sleutels.map((sleutel) => [sleutel, nu]),
  );
  expect(uitkomsten.filter((uitkomst) => uitkomst === 'gereserveerd')).toHaveLength(10);
  expect(uitkomsten.filter((uitkomst) => uitkomst === 'detail-quotum')).toHaveLength(40);
  expect(await gebruikt('vijftig')).toBe(10);
}, 60_000);

test('while some are given back and others asked, what is counted is what was delivered', async () => {
  const sleutels = await vijftigVragen('heen-en-weer');
  const uitkomsten = await boekhouders.doe(
    'reserveerEnSluit',
    sleutels.map((sleutel, n) => [sleutel, nu, n % 3 === 0]),
  );
  const geleverd = uitkomsten.filter((uitkomst) => uitkomst === 'geleverd').length;
  expect(await gebruikt('heen-en-weer')).toBe(geleverd);
  expect(geleverd).toBeLessThanOrEqual(10);
}, 60_000);

test('a detail that nobody waits for any more is not counted as delivered', async () => {
  const [sleutel] = await vijftigVragen('weggelopen');
  if (!sleutel) throw new Error('There is no request');
  await reserveerDetail(database.db, sleutel, nu);
  expect(await leverDetail(database.db, sleutel, nu, () => false)).toBe(false);
  await geefDetailVrij(database.db, sleutel, 'detail-niet-opgehaald', nu);
  expect(await gebruikt('weggelopen')).toBe(0);
  const spoor = await database.db('gebeurtenissen').where({ object_id: `weggelopen/${sleutel.requestId}` });
  expect(spoor.map(({ actie }) => actie)).toEqual(['detail-gereserveerd', 'detail-vrijgegeven']);
});

test('one request handled by many at once takes one place', async () => {
  const [sleutel] = await vijftigVragen('een');
  if (!sleutel) throw new Error('There is no request');
  await boekhouders.doe(
    'reserveer',
    vijftig(() => [sleutel, nu]),
  );
  expect(await gebruikt('een')).toBe(1);
}, 60_000);

test('one question asked by fifty at once is one zoekvraag', async () => {
  const gesteld = await boekhouders.doe(
    'stel',
    vijftig((n) => [
      {
        ...{ id: `vraag-${n}`, oin: gemeenteB, soort: 'vacature' as const, vraag: '{}', sleutel: 'dezelfde' },
        ...{ gesteld_door: 'test', gesteld_op: nu, verloopt_op: '2999-01-01T00:00:00.000Z' },
        correlatie_id: 'c',
      },
      n % 5 === 0,
    ]),
  );
  expect(gesteld.filter(({ nieuw }) => nieuw)).toHaveLength(1);
  expect(new Set(gesteld.map(({ id }) => id)).size).toBe(1);
  const spoor = await listEvents(database.db, gemeenteB, { limiet: 500 });
  expect(spoor.map(({ actie }) => actie)).toEqual([
    'zoekvraag-gesteld',
    ...Array.from({ length: 49 }, () => 'zoekvraag-herhaald'),
  ]);
}, 60_000);

test('the trail that many processes write in has every number once, without a gap', async () => {
  const spoor = '00000009990000000077';
  await boekhouders.doe(
    'schrijf',
    Array.from({ length: 200 }, (_, n) => [
      {
        ...{ tijdstip: nu, oin: spoor, actor: 'test', actie: 'getest', objectSoort: 'proef' },
        ...{ objectId: String(n), uitkomst: 'gelukt' },
      },
    ]),
  );
  const nummers = (await listEvents(database.db, spoor, { limiet: 500 })).map(({ volgnummer }) => volgnummer);
  expect(nummers).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
}, 60_000);
