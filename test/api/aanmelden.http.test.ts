import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTokenVerifier } from '../../api/identity.ts';
import { createLogger } from '../../ops/logger.ts';
import { startApi, type TestApi } from '../support/api.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { gemeenteA, startIdentityProvider, type TestIdentityProvider } from '../support/identity.ts';

let database: TestDatabase;
let identity: TestIdentityProvider;
let api: TestApi;
const log: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.stop());

const rij = { rollen: ['auditor' as const], oin: gemeenteA };
async function vraag(claims: object = rij) {
  const token = await identity.token(claims);
  const headers = { Authorization: `Bearer ${token}` };
  const response = await fetch(`${api.url}/v1/gebeurtenissen`, { headers });
  return { response, body: (await response.json()) as { code?: string; detail?: string } };
}

/** An API that has not seen the keys of its identity provider yet. */
async function begin() {
  identity = await startIdentityProvider();
  const verifyToken = createTokenVerifier({
    ...{ issuer: identity.issuer, audience: identity.audience, claimOin: 'oin', claimRollen: 'rollen' },
  });
  const logger = createLogger('test', 'info', { write: (line: string) => void log.push(line) });
  api = await startApi(database.db, { verifyToken }, { logger });
}
async function eind() {
  await api.stop();
  await identity.stop();
}

describe('the identity provider', () => {
  test.each([
    ['answers with an error', { status: 500, body: '{}' }],
    ['publishes something else than keys', { status: 200, body: '{"hello":"world"}' }],
    ['publishes no JSON', { status: 200, body: '<html>' }],
  ])('%s: the asker is asked to come back, and not told that his token is wrong', async (_, antwoord) => {
    await begin();
    identity.publish(antwoord);
    log.length = 0;
    const { response, body } = await vraag();
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(body).toMatchObject({ code: 'aanmelden-niet-beschikbaar' });
    expect(log.join()).toContain('AanmeldenNietBeschikbaar');
    identity.publish(undefined);
    expect((await vraag()).response.status).toBe(200);
    await eind();
  });

  test('is not there at all: 503 too', async () => {
    await begin();
    await identity.stop();
    expect((await vraag()).response.status).toBe(503);
    await api.stop();
  });

  test('takes a new key: within seconds its tokens hold, and those of the old key do not', async () => {
    await begin();
    const oud = await identity.token(rij);
    expect((await vraag()).response.status).toBe(200);
    await identity.rotate();
    let status = 401;
    for (let n = 0; n < 40 && status === 401; n++) {
      ({ status } = (await vraag()).response);
      await sleep(250);
    }
    expect(status).toBe(200);
    const headers = { Authorization: `Bearer ${oud}` };
    expect((await fetch(`${api.url}/v1/gebeurtenissen`, { headers })).status).toBe(401);
    await eind();
  });
});

test.each([
  ['longer than the trail has room for', 'x'.repeat(201), 401],
  ['as long as the trail has room for', 'x'.repeat(200), 200],
  ['empty', '', 401],
])('a subject that is %s', async (_, sub, status) => {
  await begin();
  const { response, body } = await vraag({ ...rij, sub });
  expect(response.status).toBe(status);
  if (status === 401) expect(body.detail).toContain('claim sub');
  await eind();
});

test('who may not ask is known to the log by his gemeente, and not by his name', async () => {
  await begin();
  log.length = 0;
  const { response } = await vraag({ ...rij, rollen: ['operator'], sub: 'iemand-anders' });
  expect(response.status).toBe(403);
  const regels = log.map((regel) => JSON.parse(regel) as Record<string, unknown>);
  expect(regels.find(({ msg }) => msg === 'Request')).toMatchObject({ status: 403, oin: gemeenteA });
  expect(log.join()).not.toContain('iemand-anders');
  await eind();
});
