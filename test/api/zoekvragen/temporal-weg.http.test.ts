import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { startApi, type TestApi } from '../../support/api.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { gemeenteA, startIdentityProvider, type TestIdentityProvider } from '../../support/identity.ts';

let database: TestDatabase;
let identity: TestIdentityProvider;
let api: TestApi;
const connection = Connection.lazy({ address: '127.0.0.1:1' });

beforeAll(async () => {
  database = await createTestDatabase();
  identity = await startIdentityProvider();
  api = await startApi(database.db, identity, { temporal: new Client({ connection }) });
});
afterAll(async () => {
  await api.stop();
  await identity.stop();
  await database.stop();
});

test.each([{}, { Prefer: 'respond-async' }])(
  'without Temporal a question is refused, and nothing looks as if it ran',
  async (prefer) => {
    const body = { soort: 'vacature', vraagObject: { selectiegebied: { postcode: '1012AB', afstand: 1 } } };
    const antwoord = await fetch(`${api.url}/v1/zoekvragen`, {
      method: 'POST',
      headers: {
        ...(await identity.as(gemeenteA, 'bemiddelaar')),
        'Content-Type': 'application/json',
        ...prefer,
      },
      body: JSON.stringify(body),
    });
    expect(antwoord.status).toBe(503);
    const probleem = (await antwoord.json()) as { code: string; zoekvraagId: string };
    expect(probleem.code).toBe('verwerking-niet-beschikbaar');
    expect(await database.db('zoekvragen').where('id', probleem.zoekvraagId).first()).toMatchObject({
      status: 'mislukt',
      sleutel: null,
    });
    expect(await database.db('zoekvragen').where('status', 'loopt')).toEqual([]);
  },
);
