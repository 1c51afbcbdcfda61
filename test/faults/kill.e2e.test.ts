import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Knex } from 'knex';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { gemeenteA, startIdentityProvider, type TestIdentityProvider } from '../support/identity.ts';
import { json, startNepVum, type NepVum } from '../support/nep-vum.ts';
import { createTestNamespace } from '../support/temporal-namespace.ts';
import { temporalAddress } from '../support/temporal.ts';
import { startUmProces, type UmProces } from '../support/um-proces.ts';
import { detail, matches } from '../support/zoek-opstelling.ts';

let database: TestDatabase;
let db: Knex;
let identity: TestIdentityProvider;
let vum: NepVum;
let namespace: string;
let processen: UmProces[] = [];

beforeAll(async () => {
  [identity, vum, namespace] = await Promise.all([
    startIdentityProvider(),
    startNepVum(),
    createTestNamespace(),
  ]);
}, 60_000);
afterAll(async () => {
  await vum.sluit();
  await identity.stop();
});
beforeEach(async () => {
  database = await createTestDatabase();
  db = database.db;
  vum.verzoeken.length = 0;
});
afterEach(async () => {
  await Promise.all(processen.map(dood));
  processen = [];
  await database.stop();
});

async function start(rol: 'worker' | 'api'): Promise<UmProces> {
  const { issuer } = identity;
  const basis = { address: temporalAddress(), namespace, databaseUrl: database.url, vumUrl: vum.url, issuer };
  const proces = await startUmProces({ rol, ...basis });
  processen.push(proces);
  return proces;
}

async function dood({ child }: UmProces): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function post(api: UmProces, pad: string, body: object, headers = {}) {
  const antwoord = await fetch(api.url + pad, {
    method: 'POST',
    headers: {
      ...(await identity.as(gemeenteA, 'bemiddelaar')),
      'Content-Type': 'application/json',
      ...headers,
    },
    body: JSON.stringify(body),
  });
  return {
    status: antwoord.status,
    pad: antwoord.headers.get('location') ?? '',
    body: (await antwoord.json()) as object,
  };
}

async function totdat(klaar: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await klaar())) await sleep(50);
}

const vraag = { soort: 'werkzoekende', vraagObject: { selectiegebied: { postcode: '1012AB', afstand: 10 } } };

test('a worker that is killed while VUM is asked: the question is answered after a restart, once', async () => {
  const api = await start('api');
  const worker = await start('worker');
  let stil = true;
  vum.gedraag((verzoek, antwoord) => (stil ? undefined : json(200, matches(3))(verzoek, antwoord)));
  const gesteld = await post(api, '/v1/zoekvragen', vraag, { Prefer: 'respond-async' });
  expect(gesteld.status).toBe(202);
  await totdat(() => vum.verzoeken.length > 0);
  await dood(worker);
  stil = false;
  await start('worker');
  await totdat(async () => (await db('zoekvragen').first())?.status === 'beantwoord');
  expect(await db('matches')).toHaveLength(3);
  expect(await db('gebeurtenissen').where('actie', 'zoekvraag-beantwoord')).toHaveLength(1);
}, 90_000);

test('an API that is killed while a detail is fetched: the reservation is given back', async () => {
  const api = await start('api');
  await start('worker');
  vum.gedraag((verzoek, antwoord) =>
    verzoek.methode === 'POST' ? json(200, matches(3))(verzoek, antwoord) : undefined,
  );
  const { pad } = await post(api, '/v1/zoekvragen', vraag);
  const wachtend = post(api, `${pad}/detailvragen`, { vumID: 'vum-1', reden: 'gesprek voorbereiden' }).catch(
    () => 'weg',
  );
  await totdat(() => vum.verzoeken.some(({ methode }) => methode === 'GET'));
  expect((await db('zoekvragen').first())?.details_gebruikt).toBe(1);
  await dood(api);
  expect(await wachtend).toBe('weg');
  await totdat(async () => (await db('detailvragen').first())?.status === 'vrijgegeven');
  expect((await db('zoekvragen').first())?.details_gebruikt).toBe(0);
  vum.gedraag(json(200, detail('x')));
  const weer = await post(await start('api'), `${pad}/detailvragen`, {
    vumID: 'vum-1',
    reden: 'gesprek voorbereiden',
  });
  expect(weer).toMatchObject({ status: 201, body: { details: { gebruikt: 1 } } });
}, 90_000);

test('a worker that is killed while details are asked: the count is right after a restart', async () => {
  const api = await start('api');
  const worker = await start('worker');
  vum.gedraag((verzoek, antwoord) =>
    verzoek.methode === 'POST'
      ? json(200, matches(30))(verzoek, antwoord)
      : void setTimeout(() => void json(200, detail('x'))(verzoek, antwoord), 150),
  );
  const { pad } = await post(api, '/v1/zoekvragen', vraag);
  const vragen = Array.from({ length: 20 }, (_, n) =>
    post(api, `${pad}/detailvragen`, { vumID: `vum-${n + 1}`, reden: 'gesprek voorbereiden' }),
  );
  await totdat(() => vum.verzoeken.some(({ methode }) => methode === 'GET'));
  await dood(worker);
  await start('worker');
  const geleverd = (await Promise.all(vragen)).filter(({ status }) => status === 201).length;
  await totdat(
    async () => (await db('detailvragen').whereIn('status', ['gevraagd', 'gereserveerd'])).length === 0,
  );
  const gebruikt = (await db('zoekvragen').first())?.details_gebruikt;
  expect(gebruikt).toBe((await db('detailvragen').where('status', 'geleverd')).length);
  expect(gebruikt).toBeLessThanOrEqual(10);
  expect(geleverd).toBeLessThanOrEqual(gebruikt ?? 0);
}, 90_000);
