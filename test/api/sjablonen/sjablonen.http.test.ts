import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startApi, type TestApi } from '../../support/api.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { gemeenteA, startIdentityProvider, type TestIdentityProvider } from '../../support/identity.ts';

let database: TestDatabase;
let identity: TestIdentityProvider;
let api: TestApi;

beforeAll(async () => {
  database = await createTestDatabase();
  identity = await startIdentityProvider();
  api = await startApi(database.db, identity);
});
afterAll(async () => {
  await api.stop();
  await identity.stop();
  await database.stop();
});

describe('GET /v1/sjablonen/{soort}.xlsx', () => {
  test.each([
    ['werkzoekende', 'sjabloon-werkzoekenden.xlsx'],
    ['vacature', 'sjabloon-vacatures.xlsx'],
  ])('gives the template of a %s under a name to keep it by', async (soort, naam) => {
    const headers = await identity.as(gemeenteA, 'aanleveraar');
    const response = await fetch(`${api.url}/v1/sjablonen/${soort}.xlsx`, { headers });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('spreadsheetml.sheet');
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${naam}"`);
    const begin = Buffer.from(await response.arrayBuffer())
      .subarray(0, 2)
      .toString('latin1');
    expect(begin).toBe('PK');
  });

  test('is a fault for a soort that does not exist', async () => {
    const headers = await identity.as(gemeenteA, 'beheerder');
    const response = await fetch(`${api.url}/v1/sjablonen/onbekend.xlsx`, { headers });
    expect(response.status).toBe(400);
  });

  test('is for who uploads', async () => {
    const headers = await identity.as(gemeenteA, 'auditor');
    expect((await fetch(`${api.url}/v1/sjablonen/vacature.xlsx`, { headers })).status).toBe(403);
  });
});
