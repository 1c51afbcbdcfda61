import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Knex } from 'knex';
import { connect } from '../../db/connect.ts';
import { isDatabaseWeg } from '../../db/is-database-weg.ts';
import { freePort } from '../../ops/local/ports.ts';
import { startApi, type TestApi } from '../support/api.ts';
import { gemeenteA, startIdentityProvider, type TestIdentityProvider } from '../support/identity.ts';

let db: Knex;
let identity: TestIdentityProvider;
let api: TestApi;
beforeAll(async () => {
  db = connect(`mysql://um:geheim@127.0.0.1:${await freePort()}/um`);
  identity = await startIdentityProvider();
  api = await startApi(db, identity);
});
afterAll(async () => {
  await api.stop();
  await identity.stop();
  await db.destroy();
});

test('without its database UM asks to come back, and tells nothing of the database', async () => {
  const scherm = jest.spyOn(console, 'log');
  const headers = await identity.as(gemeenteA, 'auditor');
  const response = await fetch(`${api.url}/v1/gebeurtenissen`, { headers });
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
  const body = await response.text();
  expect(body).toContain('gegevens-niet-bereikbaar');
  expect(scherm).not.toHaveBeenCalled();
  expect(body).not.toMatch(/127\.0\.0\.1|geheim|mysql/);
});

test.each([
  [{ code: 'ECONNREFUSED' }, true],
  [{ code: 'PROTOCOL_CONNECTION_LOST' }, true],
  [{ name: 'KnexTimeoutError' }, true],
  [{ code: 'ER_DUP_ENTRY' }, false],
  [new Error('x'), false],
  [undefined, false],
])('%j means that the database is away: %s', (fout, weg) => {
  expect(isDatabaseWeg(fout)).toBe(weg);
});
