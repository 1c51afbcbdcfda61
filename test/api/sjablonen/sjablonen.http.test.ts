import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startApiOpstelling, type ApiOpstelling } from '../../support/api-opstelling.ts';
import { gemeenteA } from '../../support/identity.ts';

let om: ApiOpstelling;
beforeAll(async () => {
  om = await startApiOpstelling();
});
afterAll(() => om.stop());

describe('GET /v1/sjablonen/{soort}.xlsx', () => {
  test.each([
    ['werkzoekende', 'sjabloon-werkzoekenden.xlsx'],
    ['vacature', 'sjabloon-vacatures.xlsx'],
  ])('gives the template of a %s under a name to keep it by', async (soort, naam) => {
    const headers = await om.identity.as(gemeenteA, 'aanleveraar');
    const response = await fetch(`${om.api.url}/v1/sjablonen/${soort}.xlsx`, { headers });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('spreadsheetml.sheet');
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${naam}"`);
    const begin = Buffer.from(await response.arrayBuffer())
      .subarray(0, 2)
      .toString('latin1');
    expect(begin).toBe('PK');
  });

  test('is a fault for a soort that does not exist', async () => {
    const headers = await om.identity.as(gemeenteA, 'beheerder');
    const response = await fetch(`${om.api.url}/v1/sjablonen/onbekend.xlsx`, { headers });
    expect(response.status).toBe(400);
  });

  test('is for who uploads', async () => {
    const headers = await om.identity.as(gemeenteA, 'auditor');
    expect((await fetch(`${om.api.url}/v1/sjablonen/vacature.xlsx`, { headers })).status).toBe(403);
  });
});
