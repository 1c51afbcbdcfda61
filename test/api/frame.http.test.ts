import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { startApiOpstelling, type ApiOpstelling } from '../support/api-opstelling.ts';
import { gemeenteA, gemeenteB } from '../support/identity.ts';
import { recordEvent } from '../../db/gebeurtenissen.ts';

let om: ApiOpstelling;
beforeAll(async () => {
  om = await startApiOpstelling();
});
afterAll(() => om.stop());

interface Problem {
  code: string;
  title: string;
  status: number;
  detail: string;
  errors?: { in: string; location: { name?: string }; detail: string }[];
}

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(om.api.url + path, { headers });
  return { response, body: (await response.json()) as Problem & Record<string, unknown> };
}

describe('who may ask', () => {
  const path = '/v1/gebeurtenissen';

  test('nobody without a token', async () => {
    const { response, body } = await get(path);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(body).toMatchObject({ status: 401, code: 'niet-aangemeld', title: expect.stringMatching(/./) });
  });

  test.each([
    ['an expired token', { validSeconds: -60 }, 'verlopen'],
    ['a token for another audience', { audience: 'other' }, 'claim aud'],
    ['a token of another issuer', { issuer: 'https://issuer.example' }, 'claim iss'],
    ['a token without a gemeente', { oin: undefined }, 'claim oin'],
    ['a token whose OIN is a number', { oin: 12345 }, 'claim oin'],
  ])('nobody with %s, and is told why', async (_, claims, waarom) => {
    const token = await om.identity.token({ oin: gemeenteA, rollen: ['auditor'], ...claims });
    const { response, body } = await get(path, { Authorization: `Bearer ${token}` });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    expect(body.detail).toContain(waarom);
  });

  test('nobody with a token that was tampered with', async () => {
    const [header, , signature] = (await om.identity.token({ oin: gemeenteA, rollen: [] })).split('.');
    const forged = Buffer.from(JSON.stringify({ oin: gemeenteB, rollen: ['auditor'] })).toString('base64url');
    const { response, body } = await get(path, { Authorization: `Bearer ${header}.${forged}.${signature}` });
    expect(response.status).toBe(401);
    expect(body.detail).toContain('ongeldig');
  });

  test('not somebody with another role', async () => {
    const { response, body } = await get(path, await om.identity.as(gemeenteA, 'aanleveraar', 'operator'));
    expect(response.status).toBe(403);
    expect(body.code).toBe('niet-toegestaan');
    expect(body.detail).toContain('auditor');
  });
});

describe('every response', () => {
  test('names the version, a correlation id and that it may not be kept', async () => {
    const { response } = await get('/v1/gebeurtenissen', { 'X-Correlation-ID': 'my-own-id-1' });
    expect(response.headers.get('api-version')).toMatch(/^\d+\.\d+\.\d+$/);
    expect(response.headers.get('x-correlation-id')).toBe('my-own-id-1');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each([
    ['could forge a log line', 'a b{"level"}'],
    ['is a BSN', '123456782'],
  ])('replaces a correlation id that %s', async (_, kenmerk) => {
    const { response } = await get('/v1/gebeurtenissen', { 'X-Correlation-ID': kenmerk });
    expect(response.headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.each(['/v1/openapi.json', '/v1/documentatie/', '/health/live', '/metrics'])(
    'to a HEAD of %s is that to a GET without its body',
    async (path) => {
      const met = await fetch(om.api.url + path);
      const zonder = await fetch(om.api.url + path, { method: 'HEAD' });
      expect([zonder.status, zonder.headers.get('content-type'), await zonder.text()]).toEqual([
        200,
        met.headers.get('content-type'),
        '',
      ]);
      await met.arrayBuffer();
    },
  );

  test('is a problem for an address that does not exist', async () => {
    const { response, body } = await get('/v1/bestaat-niet');
    expect(response.status).toBe(404);
    expect(body.code).toBe('niet-gevonden');
  });

  test('names what can be done at an address, when something else is tried', async () => {
    const response = await fetch(`${om.api.url}/v1/zoekvragen`, { method: 'DELETE' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')?.split(', ').sort()).toEqual(['GET', 'HEAD', 'POST']);
    expect(await response.json()).toMatchObject({ code: 'methode-niet-mogelijk' });
  });

  test('is a problem for an address that is spelled otherwise', async () => {
    const headers = await om.identity.as(gemeenteA, 'auditor');
    for (const address of ['/v1/gebeurtenissen/', '/v1/Gebeurtenissen', '/V1/gebeurtenissen']) {
      expect((await get(address, headers)).response.status).toBe(404);
    }
    expect((await get('/v1/gebeurtenissen', headers)).response.status).toBe(200);
  });

  test('is a problem, and no failure, for times that exist nowhere and values that are given twice', async () => {
    const headers = await om.identity.as(gemeenteA, 'auditor');
    for (const query of ['vanaf=2026-06-30T23:59:60Z', 'actie=a&actie=b', 'vanaf=2026-02-30T00:00:00Z']) {
      expect((await get(`/v1/gebeurtenissen?${query}`, headers)).response.status).toBe(400);
    }
  });

  test.each([
    ['limiet=0', 'limiet moet ten minste 1 zijn'],
    ['limiet=501', 'limiet mag hoogstens 500 zijn'],
    ['limiet=tien', 'limiet moet een geheel getal zijn'],
    ['limiet=1.5', 'limiet moet een geheel getal zijn'],
    ['limiet=', 'limiet moet een geheel getal zijn'],
    ['na=true', 'na moet een geheel getal zijn'],
    ['vanaf=gisteren', 'vanaf moet de vorm date-time hebben'],
  ])('says of %s in plain words what it must be', async (query, detail) => {
    const headers = await om.identity.as(gemeenteA, 'auditor');
    expect((await get(`/v1/gebeurtenissen?${query}`, headers)).body.errors).toMatchObject([{ detail }]);
  });

  test('refuses a parameter that an address without parameters does not know', async () => {
    const headers = await om.identity.as(gemeenteA, 'bemiddelaar');
    const address = '/v1/zoekvragen/00000000-0000-0000-0000-000000000000?limiet=1';
    const { response, body } = await get(address, headers);
    expect(response.status).toBe(400);
    expect(body.errors).toMatchObject([{ in: 'query', detail: 'limiet is onbekend' }]);
  });

  test('speaks of a place in the body and of a form as people do', async () => {
    const headers = {
      ...(await om.identity.as(gemeenteA, 'bemiddelaar')),
      'Content-Type': 'application/json',
    };
    const post = async (address: string, body: object) => {
      const options = { method: 'POST', headers, body: JSON.stringify(body) };
      return await (await fetch(om.api.url + address, options)).json();
    };
    expect(await post('/v1/zoekvragen', { vraagObject: {} })).toMatchObject({
      errors: [{ location: { pointer: '#/soort' }, detail: 'soort is verplicht' }],
    });
    expect(await post('/v1/zoekvragen/x/detailvragen', { vumID: 'a b', reden: 'kennismaken' })).toMatchObject(
      {
        errors: [
          { in: 'path', detail: 'zoekvraagId heeft niet de juiste vorm' },
          { in: 'body', detail: 'vumID heeft niet de juiste vorm' },
        ],
      },
    );
  });

  test('is a problem, and no failure, for a page that cannot be', async () => {
    const headers = await om.identity.as(gemeenteA, 'bemiddelaar');
    const zoekvraag = '/v1/zoekvragen/00000000-0000-0000-0000-000000000000';
    for (const address of [
      '/v1/zoekvragen?na=onzin',
      `${zoekvraag}/detailvragen?overslaan=99999999999999999999`,
    ]) {
      expect((await get(address, headers)).response.status).toBe(400);
    }
  });

  test('lists every fault of a request together', async () => {
    const headers = await om.identity.as(gemeenteA, 'auditor');
    const { response, body } = await get('/v1/gebeurtenissen?limiet=0&onbekend=1&vanaf=gisteren', headers);
    expect(response.status).toBe(400);
    expect(body.errors?.map(({ location }) => location.name).sort()).toEqual(['limiet', 'onbekend', 'vanaf']);
  });
});

describe('the trail', () => {
  beforeAll(() =>
    om.database.db.transaction(async (trx) => {
      const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
      for (let n = 0; n < 5; n++) {
        const oin = n === 4 ? gemeenteB : gemeenteA;
        const event = { actor: 'a', actie: n % 2 ? 'x' : 'y', objectSoort: 'zoekvraag', uitkomst: 'gelukt' };
        await recordEvent(trx, { ...event, tijdstip: at(n), oin, objectId: `o${n}` });
      }
    }),
  );

  async function ids(query: string): Promise<string[]> {
    const { body } = await get(`/v1/gebeurtenissen${query}`, await om.identity.as(gemeenteA, 'auditor'));
    return (body['gebeurtenissen'] as { objectId: string }[]).map(({ objectId }) => objectId);
  }

  test('shows the own gemeente alone, oldest first', async () => {
    expect(await ids('')).toEqual(['o0', 'o1', 'o2', 'o3']);
  });

  test('filters by action and by time, both ends included', async () => {
    expect(await ids('?actie=x')).toEqual(['o1', 'o3']);
    expect(await ids('?vanaf=2026-01-01T00:00:01Z&totEnMet=2026-01-01T00:00:02Z')).toEqual(['o1', 'o2']);
  });

  test('is paged, and the last page says so by naming no next one', async () => {
    const headers = await om.identity.as(gemeenteA, 'auditor');
    const { body: first } = await get('/v1/gebeurtenissen?limiet=3', headers);
    const { body: second } = await get(first['volgende'] as string, headers);
    expect((second['gebeurtenissen'] as { objectId: string }[]).map(({ objectId }) => objectId)).toEqual([
      'o3',
    ]);
    expect(second).not.toHaveProperty('volgende');
  });
});

describe('beside the resources', () => {
  test('the description is public, for any site', async () => {
    const { response, body } = await get('/v1/openapi.json');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(body['openapi']).toMatch(/^3\./);
  });

  test('the description has a page for people', async () => {
    const page = await fetch(`${om.api.url}/v1/documentatie`);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect((await fetch(`${om.api.url}/v1/documentatie/swagger-ui-bundle.js`)).status).toBe(200);
    expect((await fetch(`${om.api.url}/v1/documentatie/package.json`)).status).toBe(404);
  });

  test('ready tells what it stands on', async () => {
    const { response, body } = await get('/health/ready');
    expect(response.status).toBe(200);
    expect(body['onderdelen']).toMatchObject({ database: { ok: true } });
  });

  test('ready asks its parts once, however often it is asked', async () => {
    await sleep(1_100);
    let gevraagd = 0;
    const tel = ({ sql }: { sql: string }) => {
      if (sql === 'SELECT 1') gevraagd++;
    };
    om.database.db.on('query', tel);
    await Promise.all(Array.from({ length: 20 }, () => get('/health/ready')));
    om.database.db.removeListener('query', tel);
    expect(gevraagd).toBe(1);
  });

  test('metrics count requests by route', async () => {
    const metrics = await (await fetch(`${om.api.url}/metrics`)).text();
    expect(metrics).toContain('route="/v1/gebeurtenissen"');
  });
});
