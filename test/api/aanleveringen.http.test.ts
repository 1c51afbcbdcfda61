import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { freePort } from '../../ops/local/ports.ts';
import { startAanleverOpstelling, type AanleverOpstelling } from '../support/aanlever-opstelling.ts';
import { gemeenteA, gemeenteB } from '../support/identity.ts';
import { alsNdjson, profiel } from '../support/profiel.ts';

const maxBytes = 700_000;
const adres = '/v1/aanleveringen?soort=werkzoekende';
const klein = alsNdjson([profiel('a')]);

let um: AanleverOpstelling;
beforeAll(async () => {
  um = await startAanleverOpstelling({ worker: false, maxBytes });
}, 60_000);
afterAll(() => um.stop());

async function sporen(): Promise<number[]> {
  const tellingen = await Promise.all(
    (['aanleveringen', 'aanlevering_delen'] as const).map((tabel) => um.db(tabel).count({ aantal: '*' })),
  );
  return tellingen.map(([telling]) => Number(telling?.['aantal']));
}

const formulier = (...bestanden: (string | Uint8Array<ArrayBuffer>)[]): FormData => {
  const form = new FormData();
  form.set('opmerking', 'maart');
  for (const inhoud of bestanden) form.append('bestand', new Blob([inhoud]), 'profielen.json');
  return form;
};

test('an upload is accepted with the address where its course can be followed', async () => {
  const { status, headers, body } = await um.vraag('POST', adres, { body: klein });
  expect(status).toBe(202);
  expect(headers.get('location')).toBe(`/v1/aanleveringen/${String(body['id'])}`);
  expect(body).toMatchObject({
    status: 'wacht',
    soort: 'werkzoekende',
    fouten: 'weiger',
    bestand: { bytes: klein.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
  expect((await um.vraag('GET', headers.get('location') ?? '')).body).toEqual(body);
});

test('a file may also come as the one file of a multipart body', async () => {
  const { status, body } = await um.vraag('POST', adres, { body: formulier(klein) });
  expect(status).toBe(202);
  expect(body).toMatchObject({ bestand: { bytes: klein.length } });
});

describe('every byte of a file is kept', () => {
  const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

  test('that comes in large pieces', async () => {
    const groot = randomBytes(maxBytes);
    for (const body of [groot, formulier(groot)]) {
      const antwoord = await um.vraag('POST', adres, { body });
      expect(antwoord).toMatchObject({ status: 202, body: { bestand: { sha256: sha256(groot) } } });
    }
  });

  test('of a multipart body that is cut where it looks like its boundary', async () => {
    const stukken = ['AAAA\r\n--GREN', '\r', '\nBBBB', 'CCCC', '\r\n--GRENS--\r\n'];
    const kop = `--GRENS\r\nContent-Disposition: form-data; name="bestand"; filename="a.json"\r\n\r\n`;
    const verzoek = request(`${um.apiUrl}${adres}`, {
      method: 'POST',
      headers: { ...(await um.token()), 'Content-Type': 'multipart/form-data; boundary=GRENS' },
    });
    const antwoord = once(verzoek, 'response') as Promise<[IncomingMessage]>;
    for (const stuk of [kop, ...stukken]) {
      verzoek.write(stuk);
      await sleep(50);
    }
    verzoek.end();
    const [response] = await antwoord;
    const inhoud = stukken.slice(0, -1).join('');
    expect([response.statusCode, JSON.parse(await text(response))]).toMatchObject([
      202,
      { bestand: { bytes: inhoud.length, sha256: sha256(inhoud) } },
    ]);
  });
});

test('a file of exactly the limit is accepted', async () => {
  const { status, body } = await um.vraag('POST', adres, { body: 'x'.repeat(maxBytes) });
  expect(status).toBe(202);
  expect(body).toMatchObject({ bestand: { bytes: maxBytes } });
});

describe('nothing remains of an upload', () => {
  test.each([
    ['over the limit', () => ({ body: 'x'.repeat(maxBytes + 1) }), 413, 'bestand-te-groot'],
    [
      'over the limit, in a multipart body',
      () => ({ body: formulier('x'.repeat(maxBytes + 1)) }),
      413,
      'bestand-te-groot',
    ],
    [
      'that is compressed',
      () => ({ body: klein, headers: { 'Content-Encoding': 'gzip' } }),
      415,
      'upload-vorm-onbekend',
    ],
    ['of two files', () => ({ body: formulier(klein, klein) }), 415, 'upload-vorm-onbekend'],
    ['without a file', () => ({ body: formulier() }), 415, 'upload-vorm-onbekend'],
    [
      'with a faulty key',
      () => ({ body: klein, headers: { 'Idempotency-Key': 'x'.repeat(101) } }),
      400,
      'ongeldig-verzoek',
    ],
    ['of a bemiddelaar', () => ({ body: klein, rol: 'bemiddelaar' as const }), 403, 'niet-toegestaan'],
    ['of an auditor', () => ({ body: klein, rol: 'auditor' as const }), 403, 'niet-toegestaan'],
  ])('%s', async (_, opties, status, code) => {
    const voor = await sporen();
    const antwoord = await um.vraag('POST', adres, opties());
    expect(antwoord).toMatchObject({ status, body: { code } });
    expect(await sporen()).toEqual(voor);
  });

  test('over the limit that does not tell its length', async () => {
    const voor = await sporen();
    const { Authorization } = await um.token();
    const status = await new Promise((resolve, reject) => {
      const verzoek = request(
        um.apiUrl + adres,
        { method: 'POST', headers: { Authorization } },
        (antwoord) => {
          antwoord.resume();
          resolve(antwoord.statusCode);
        },
      );
      verzoek.on('error', reject);
      for (let i = 0; i < 12; i++) verzoek.write('x'.repeat(100_000));
      verzoek.end();
    });
    expect(status).toBe(413);
    expect(await sporen()).toEqual(voor);
  });

  test('whose sender goes away halfway', async () => {
    const voor = await sporen();
    const { Authorization } = await um.token();
    const verzoek = request(um.apiUrl + adres, { method: 'POST', headers: { Authorization } });
    verzoek.on('error', () => undefined);
    verzoek.write('x'.repeat(600_000));
    while ((await sporen())[1] === voor[1]) await sleep(10);
    verzoek.destroy();
    while ((await sporen())[0] !== voor[0]) await sleep(10);
    expect(await sporen()).toEqual(voor);
  });
});

test('without Temporal the asker is told to come back, and nothing half-done remains', async () => {
  const zonder = await startAanleverOpstelling({
    worker: false,
    temporalAddress: `127.0.0.1:${await freePort()}`,
  });
  try {
    const { status, body } = await zonder.vraag('POST', adres, { body: klein });
    expect([status, body['code']]).toEqual([503, 'verwerking-niet-beschikbaar']);
    expect(await zonder.db('aanleveringen')).toEqual([]);
    expect(await zonder.db('aanlevering_delen')).toEqual([]);
  } finally {
    await zonder.stop();
  }
}, 60_000);

test('the same Idempotency-Key again finds the first upload, of the same gemeente alone', async () => {
  const headers = { 'Idempotency-Key': 'maart-1' };
  const eerste = await um.vraag('POST', adres, { body: klein, headers });
  const herhaling = await um.vraag('POST', adres, { body: klein, headers });
  const ander = await um.vraag('POST', adres, { body: klein, headers, oin: gemeenteB });
  expect(herhaling.body['id']).toBe(eerste.body['id']);
  expect(ander.status).toBe(202);
  expect(ander.body['id']).not.toBe(eerste.body['id']);
});

test('a repeated upload is answered when all of it is in, for a client that reads no answer before', async () => {
  const headers = { 'Idempotency-Key': 'mei-1' };
  const eerste = await um.vraag('POST', adres, { body: 'x'.repeat(maxBytes), headers });
  const verzoek = request(um.apiUrl + adres, {
    method: 'POST',
    agent: false,
    headers: { ...headers, ...(await um.token()), 'Content-Length': maxBytes },
  });
  let verzonden = 0;
  const gezien = new Promise<[number, unknown, string]>((resolve, reject) => {
    verzoek.on('error', reject);
    verzoek.on('response', (antwoord) => {
      const bijAntwoord = verzonden;
      text(antwoord).then((inhoud) => resolve([bijAntwoord, antwoord.statusCode, inhoud]), reject);
    });
  });
  for (; verzonden < 7; verzonden++) {
    await sleep(50);
    verzoek.write('x'.repeat(maxBytes / 7));
  }
  verzoek.end();
  const [bijAntwoord, status, inhoud] = await gezien;
  expect([bijAntwoord, status]).toEqual([7, 202]);
  expect(JSON.parse(inhoud)).toMatchObject({ id: eerste.body['id'] });
});

test('the same Idempotency-Key for another soort is a mistake', async () => {
  const headers = { 'Idempotency-Key': 'april-1' };
  expect((await um.vraag('POST', adres, { body: klein, headers })).status).toBe(202);
  const vacatures = adres.replace('werkzoekende', 'vacature');
  const { status, body } = await um.vraag('POST', vacatures, { body: klein, headers });
  expect([status, body['code']]).toEqual([422, 'sleutel-hergebruikt']);
});

test('the same Idempotency-Key with another file is a mistake, in whatever form it comes', async () => {
  const headers = { 'Idempotency-Key': 'juni-1' };
  const eerste = await um.vraag('POST', adres, { body: klein, headers });
  const inFormulier = await um.vraag('POST', adres, { body: formulier(klein), headers });
  expect([inFormulier.status, inFormulier.body['id']]).toEqual([202, eerste.body['id']]);
  const ander = alsNdjson([profiel('b')]);
  for (const body of [ander, formulier(ander), '', 'x'.repeat(maxBytes)]) {
    const antwoord = await um.vraag('POST', adres, { body, headers });
    expect([antwoord.status, antwoord.body['code']]).toEqual([422, 'sleutel-hergebruikt']);
  }
  const teGroot = await um.vraag('POST', adres, { body: 'x'.repeat(maxBytes + 1), headers });
  expect([teGroot.status, teGroot.body['code']]).toEqual([413, 'bestand-te-groot']);
  const [rij] = await um.db('aanleveringen').where({ id: String(eerste.body['id']) });
  expect(JSON.stringify(rij)).not.toContain('juni-1');
});

test('the file of an upload that has not ended is not deleted, nor said to be', async () => {
  const { body } = await um.vraag('POST', adres, { body: klein });
  const pad = `/v1/aanleveringen/${String(body['id'])}/foutenbestand`;
  const weg = await um.vraag('DELETE', pad);
  expect([weg.status, weg.body['detail']]).toEqual([404, expect.stringContaining('loopt nog')]);
});

test('the last page says nothing of a next one, however full it is', async () => {
  const { body } = await um.vraag('GET', '/v1/aanleveringen?limiet=100');
  const aantal = (body['aanleveringen'] as object[]).length;
  expect(body).not.toHaveProperty('volgende');
  expect((await um.vraag('GET', `/v1/aanleveringen?limiet=${aantal}`)).body).not.toHaveProperty('volgende');
  const bijna = await um.vraag('GET', `/v1/aanleveringen?limiet=${aantal - 1}`);
  const laatste = await um.vraag('GET', String(bijna.body['volgende']));
  expect(laatste.body['aanleveringen']).toHaveLength(1);
  expect(laatste.body).not.toHaveProperty('volgende');
});

test('a gemeente sees its own uploads alone, newest first, page by page', async () => {
  await um.vraag('POST', adres, { body: klein, oin: gemeenteB });
  const eigen = await um.db('aanleveringen').where({ oin: gemeenteA }).orderBy('id', 'desc').pluck('id');
  const gezien: string[] = [];
  let pad: string | undefined = '/v1/aanleveringen?limiet=2';
  while (pad) {
    const { body } = await um.vraag('GET', pad, { rol: 'auditor' });
    gezien.push(...(body['aanleveringen'] as { id: string }[]).map(({ id }) => id));
    pad = body['volgende'] as string | undefined;
  }
  expect(gezien).toEqual(eigen);
});
