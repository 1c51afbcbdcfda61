import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { onlyServed } from '../../api/only-served.ts';
import { startApiOpstelling, type ApiOpstelling } from '../support/api-opstelling.ts';
import { gemeenteA, gemeenteB } from '../support/identity.ts';

const um = '00000009990000000009';

let om: ApiOpstelling;
beforeAll(async () => {
  om = await startApiOpstelling(({ verifyToken }) => ({
    verifyToken: onlyServed(verifyToken, [gemeenteA], um),
  }));
});
afterAll(() => om.stop());

const lees = async (oin: string) => {
  const headers = await om.identity.as(oin, 'auditor');
  const response = await fetch(`${om.api.url}/v1/gebeurtenissen`, { headers });
  return { status: response.status, body: (await response.json()) as { detail?: string } };
};

test('a token of a gemeente that this UM does not serve opens nothing', async () => {
  expect((await lees(gemeenteA)).status).toBe(200);
  const { status, body } = await lees(gemeenteB);
  expect(status).toBe(403);
  expect(body.detail).toContain('niet aangesloten');
});

test('UM itself has a trail to read, and asks or delivers nothing', async () => {
  const headers = await om.identity.as(um, 'auditor', 'aanleveraar', 'bemiddelaar', 'beheerder', 'operator');
  const vraag = (adres: string, init = {}) => fetch(`${om.api.url}/v1/${adres}`, { headers, ...init });
  expect((await vraag('gebeurtenissen')).status).toBe(200);
  const nieuw = { method: 'POST', body: '[]' };
  expect((await vraag('aanleveringen?soort=werkzoekende', nieuw)).status).toBe(403);
  expect((await vraag('zoekvragen', nieuw)).status).toBe(403);
});
