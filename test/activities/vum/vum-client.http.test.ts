import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { VumFout } from '../../../domain/vum-fouten.ts';
import { json, startNepVum, type Gedrag, type NepVum } from '../../support/nep-vum.ts';
import {
  maakClient,
  oinGemeente,
  oinUm,
  oinVum,
  proefSoort,
  vraagObject,
  vrager,
  type ProefClient,
} from './proef.ts';

const match = { vumID: 'vum.1_a-B', mobiliteit: { bemiddelingspostcode: '1012AB' } };
const antwoord = (matches: unknown): object => ({
  maximumAantalResultatenBereikt: false,
  vraagID: 'v-1',
  matches,
});
const merkteken = 'GEHEIM-van-een-persoon-123456782';

let vum: NepVum;
let proef: ProefClient;

beforeAll(async () => {
  vum = await startNepVum();
});
afterAll(() => vum.sluit());
beforeEach(() => {
  vum.verzoeken.length = 0;
  proef = maakClient(`${vum.url}/api/v3/`, {
    tijden: { zoekMs: 400, detailMs: 400 },
    maxBytes: { zoek: 100_000, detail: 10_000 },
  });
});
afterEach(() => proef.client.sluit());

const zoek = (): Promise<unknown> => proef.client.zoek(proefSoort, { ...vrager, vraagObject });
const detail = (vumID = 'abc'): Promise<unknown> => proef.client.detail(proefSoort, { ...vrager, vumID });

/** The failure of a call, checked to hold nothing of the answer, in itself or in the log. */
async function foutVan(
  aanroep: Promise<unknown>,
): Promise<{ code: string; retryable: boolean; vumCode: unknown }> {
  const fout = await aanroep.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(fout instanceof VumFout)) throw new Error(`no VumFout: ${String(fout)}`);
  const alles = `${fout.message} ${fout.stack ?? ''} ${JSON.stringify(fout)} ${String(fout.cause)} ${proef.log.join()}`;
  expect(alles).not.toContain('GEHEIM');
  expect(fout.cause).toBeUndefined();
  return { code: fout.code, retryable: fout.retryable, vumCode: fout.vumCode };
}

describe('a search', () => {
  test('sends the question and the headers of the contract, and returns the matches', async () => {
    vum.gedraag(json(200, antwoord([match])));
    await expect(zoek()).resolves.toEqual({
      maximumAantalResultatenBereikt: false,
      vraagID: 'v-1',
      matches: [match],
    });
    const [verzoek] = vum.verzoeken;
    expect(verzoek).toMatchObject({
      methode: 'POST',
      pad: '/api/v3/werkzoekendeProfielen/matches',
      koppen: {
        'api-version': '3.0.0',
        'x-vum-berichtversie': '3.0.0',
        'x-vum-fromparty': oinGemeente,
        'x-vum-toparty': oinVum,
        'x-vum-viaparty': oinUm,
        'x-correlation-id': vrager.correlatieId,
        'accept-encoding': 'identity',
        'content-type': 'application/json',
      },
    });
    expect(JSON.parse(verzoek?.body ?? '')).toEqual({ vraagObject });
    expect(proef.gemeten).toEqual(['zoek werkzoekende ok']);
  });

  test('keeps one match of each vumID', async () => {
    vum.gedraag(json(200, antwoord([match, match, { ...match, vumID: 'b' }])));
    await expect(zoek()).resolves.toMatchObject({ matches: [{ vumID: match.vumID }, { vumID: 'b' }] });
  });

  test('leaves out a match with an empty vumID, which the contract allows, and tells operators', async () => {
    vum.gedraag(json(200, antwoord([{ ...match, vumID: '' }, match, { ...match, vumID: '' }])));
    await expect(zoek()).resolves.toMatchObject({ matches: [match] });
    expect(proef.log.join()).toContain('"zonderVumID":2');
  });

  test('ignores more fields around the matches, and content-type parameters', async () => {
    vum.gedraag((_verzoek, res) => {
      res.setHeader('content-type', 'Application/JSON; charset=utf-8');
      res.end(JSON.stringify({ ...antwoord([]), extra: 1 }));
    });
    await expect(zoek()).resolves.toMatchObject({ matches: [] });
  });

  test.each([
    ['a detail-only field', [{ ...match, persoonlijkePresentatie: merkteken }]],
    ['no vumID', [{ mobiliteit: match.mobiliteit }]],
    ['a vumID with a slash', [{ ...match, vumID: `../${merkteken}` }]],
    ['a bron id', [{ ...match, idWerkzoekende: merkteken }]],
    ['a wrong postcode', [match, { ...match, vumID: 'b', mobiliteit: { bemiddelingspostcode: merkteken } }]],
    ['matches that are no list', { [merkteken]: 1 }],
    ['a null match', [null]],
  ])('refuses the whole answer when it breaks the contract: %s', async (_naam, matches) => {
    vum.gedraag(json(200, antwoord(matches)));
    expect(await foutVan(zoek())).toMatchObject({ code: 'vum-antwoord-onjuist', retryable: false });
  });
});

describe('a detail', () => {
  test('asks for one vumID and returns the record with its bron', async () => {
    vum.gedraag(json(200, { bronID: 'bron-1', werkzoekende: { persoonlijkePresentatie: merkteken } }));
    await expect(detail('a.b_c-D9')).resolves.toEqual({
      bronID: 'bron-1',
      record: { persoonlijkePresentatie: merkteken },
    });
    expect(vum.verzoeken[0]).toMatchObject({
      methode: 'GET',
      pad: '/api/v3/werkzoekendeProfielen/a.b_c-D9',
      body: '',
    });
    expect(proef.log.join()).not.toContain('GEHEIM');
    expect(proef.log.join()).not.toContain('a.b_c-D9');
  });

  test.each(['.', '..', '', 'a/b', 'a?b', '%2e%2e', 'a\n', 'x'.repeat(501)])(
    'never sends a vumID that would be another path: %j',
    async (vumID) => {
      vum.gedraag(json(200, { werkzoekende: { idWerkzoekende: '1' } }));
      expect(await foutVan(detail(vumID))).toMatchObject({ code: 'vum-weigert-vraag', retryable: false });
      expect(vum.verzoeken).toEqual([]);
    },
  );

  test.each([
    ['no record', { bronID: merkteken }],
    ['an empty record', { werkzoekende: {} }],
    ['a field of no standard', { werkzoekende: { [merkteken]: merkteken } }],
    ['a value that is too long', { werkzoekende: { persoonlijkePresentatie: merkteken.repeat(100) } }],
    ['a list', [merkteken]],
  ])('is no answer when it holds %s', async (_naam, inhoud) => {
    vum.gedraag(json(200, inhoud));
    expect(await foutVan(detail())).toMatchObject({ code: 'vum-antwoord-onjuist', retryable: false });
  });
});

const ruw =
  (status: number, type: string, body: string): Gedrag =>
  (_verzoek, res) =>
    void res.writeHead(status, { 'content-type': type }).end(body);
const vumFout = { code: '400.01', message: merkteken, details: merkteken };

describe.each(['zoek', 'detail'] as const)('what goes wrong with a %s', (bericht) => {
  const vraag = (): Promise<unknown> => (bericht === 'zoek' ? zoek() : detail());

  test.each<[string, Gedrag, string, boolean, string | undefined]>([
    ['400', json(400, vumFout), 'vum-weigert-vraag', false, '400.01'],
    ['401 without a body', ruw(401, 'text/plain', ''), 'vum-weigert-toegang', false, undefined],
    ['429', json(429, { ...vumFout, code: '429.01' }), 'vum-limiet', bericht === 'zoek', '429.01'],
    ['500', json(500, { ...vumFout, code: '500.1' }), 'vum-storing', true, '500.1'],
    ['503', json(503, { ...vumFout, code: '500.3' }), 'vum-niet-beschikbaar', true, '500.3'],
    ['502 of a gateway', ruw(502, 'text/html', `<p>${merkteken}`), 'vum-storing', true, undefined],
    ['504 of a gateway', ruw(504, 'text/html', ''), 'vum-te-laat', true, undefined],
    [
      'an error code that is a BSN',
      json(400, { ...vumFout, code: '123456782' }),
      'vum-weigert-vraag',
      false,
      undefined,
    ],
    [
      'an error body that is no JSON',
      ruw(500, 'application/json', `{"${merkteken}`),
      'vum-storing',
      true,
      undefined,
    ],
    ['204', ruw(204, 'application/json', ''), 'vum-antwoord-onjuist', false, undefined],
    ['HTML', ruw(200, 'text/html', `<p>${merkteken}`), 'vum-antwoord-onjuist', false, undefined],
    [
      'a compressed body, which was not asked for',
      (_v, res) => {
        res.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
        res.end(gzipSync(merkteken));
      },
      'vum-antwoord-onjuist',
      false,
      undefined,
    ],
    [
      'truncated JSON',
      ruw(200, 'application/json', `{"matches":["${merkteken}`),
      'vum-antwoord-onjuist',
      false,
      undefined,
    ],
    [
      'a body that is not UTF-8',
      (_v, res) =>
        void res.setHeader('content-type', 'application/json').end(Buffer.from([0x22, 0xe9, 0x22])),
      'vum-antwoord-onjuist',
      false,
      undefined,
    ],
    ['an empty body', ruw(200, 'application/json', ''), 'vum-antwoord-onjuist', false, undefined],
    [
      'a huge body',
      ruw(200, 'application/json', `"${merkteken.repeat(10_000)}"`),
      'vum-antwoord-te-groot',
      false,
      undefined,
    ],
    [
      'a reset before the answer',
      (_v, res) => void res.socket?.resetAndDestroy(),
      'vum-onbereikbaar',
      true,
      undefined,
    ],
    [
      'a reset inside the body',
      (_v, res) => {
        res.writeHead(200, { 'content-type': 'application/json', 'content-length': 5000 });
        res.write(`{"a":"${merkteken}`, () => res.socket?.resetAndDestroy());
      },
      'vum-onbereikbaar',
      true,
      undefined,
    ],
    ['no answer', () => undefined, 'vum-te-laat', true, undefined],
    [
      'a body that drips',
      (_v, res) => {
        res.writeHead(200, { 'content-type': 'application/json' });
        const druppel = setInterval(() => res.write(' '), 50);
        res.on('close', () => clearInterval(druppel));
      },
      'vum-te-laat',
      true,
      undefined,
    ],
    [
      'no HTTP',
      (_v, res) => void res.socket?.end(`${merkteken}\r\n\r\n`),
      'vum-antwoord-onjuist',
      false,
      undefined,
    ],
  ])('%s', async (_naam, gedrag, code, retryable, vumCode) => {
    vum.gedraag(gedrag);
    expect(await foutVan(vraag())).toEqual({ code, retryable, vumCode });
    expect(proef.gemeten).toEqual([`${bericht} werkzoekende ${code}`]);
  });

  test('a redirect is not followed', async () => {
    vum.gedraag((_v, res) => void res.writeHead(307, { location: `${vum.url}/elders` }).end());
    expect(await foutVan(vraag())).toMatchObject({ code: 'vum-antwoord-onjuist', retryable: false });
    expect(vum.verzoeken).toHaveLength(1);
  });

  test('nobody listens, or the name is unknown', async () => {
    for (const url of ['http://127.0.0.1:1', 'http://bestaat-niet.invalid']) {
      await proef.client.sluit();
      proef = maakClient(url);
      expect(await foutVan(vraag())).toMatchObject({ code: 'vum-onbereikbaar', retryable: true });
    }
  });

  test('the caller who stops waiting gets the own reason back', async () => {
    vum.gedraag(() => undefined);
    const stop = new AbortController();
    const aanroep =
      bericht === 'zoek'
        ? proef.client.zoek(proefSoort, { ...vrager, vraagObject }, stop.signal)
        : proef.client.detail(proefSoort, { ...vrager, vumID: 'abc' }, stop.signal);
    setTimeout(() => stop.abort(new Error('genoeg gewacht')), 50);
    await expect(aanroep).rejects.toThrow('genoeg gewacht');
    expect(proef.gemeten).toEqual([`${bericht} werkzoekende afgebroken`]);
  });
});
