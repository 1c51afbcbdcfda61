import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { onlyServed } from '../../api/only-served.ts';
import { startApi, type TestApi } from '../support/api.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import {
  gemeenteA,
  gemeenteB,
  startIdentityProvider,
  type TestIdentityProvider,
} from '../support/identity.ts';

let database: TestDatabase;
let identity: TestIdentityProvider;
let api: TestApi;
beforeAll(async () => {
  database = await createTestDatabase();
  identity = await startIdentityProvider();
  api = await startApi(database.db, { verifyToken: onlyServed(identity.verifyToken, [gemeenteA]) });
});
afterAll(async () => {
  await api.stop();
  await identity.stop();
  await database.stop();
});

const lees = async (oin: string) => {
  const headers = await identity.as(oin, 'auditor');
  const response = await fetch(`${api.url}/v1/gebeurtenissen`, { headers });
  return { status: response.status, body: (await response.json()) as { detail?: string } };
};

test('a token of a gemeente that this UM does not serve opens nothing', async () => {
  expect((await lees(gemeenteA)).status).toBe(200);
  const { status, body } = await lees(gemeenteB);
  expect(status).toBe(403);
  expect(body.detail).toContain('niet aangesloten');
});
