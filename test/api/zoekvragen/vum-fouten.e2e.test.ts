import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { json, type Gedrag } from '../../support/nep-vum.ts';
import { matches, startZoekOpstelling, type ZoekOpstelling } from '../../support/zoek-opstelling.ts';

let um: ZoekOpstelling;
beforeAll(async () => {
  um = await startZoekOpstelling({ geduld: 'PT2S', zoekMs: 600 });
}, 60_000);
afterAll(() => um.stop());

let postcode = 5000;
const nieuweVraag = () => ({
  soort: 'werkzoekende',
  vraagObject: { selectiegebied: { postcode: `${postcode++}AB`, afstand: 10 } },
});
const stel = (body: unknown, headers = {}) => um.vraag('POST', '/v1/zoekvragen', { body, headers });
const contractbreuk = { ...matches(1), matches: [{ vumID: 'vum-1', emailadres: 'kenmerk' }] };

test.each<[string, number, string, boolean, Gedrag]>([
  ['400', 422, 'vum-weigert-vraag', false, json(400, { code: '400.01', message: 'x' })],
  ['401', 502, 'vum-weigert-toegang', false, json(401, {})],
  ['429', 429, 'vum-limiet', true, json(429, { code: '429.01', message: 'x' })],
  ['500', 502, 'vum-storing', true, json(500, { code: '500.1', message: 'x' })],
  ['503', 503, 'vum-niet-beschikbaar', true, json(503, { code: '500.3', message: 'x' })],
  ['silence', 504, 'vum-te-laat', true, () => undefined],
  ['a reset', 503, 'vum-onbereikbaar', true, (_, res) => void res.destroy()],
  [
    'no JSON',
    502,
    'vum-antwoord-onjuist',
    false,
    (_, res) => void res.writeHead(200, { 'content-type': 'application/json' }).end('{'),
  ],
  ['a broken contract', 502, 'vum-antwoord-onjuist', false, json(200, contractbreuk)],
])('VUM answers with %s: the asker is told, and may ask again', async (_, status, code, beter, gedrag) => {
  um.vum.verzoeken.length = 0;
  um.vum.gedraag(gedrag);
  const vraag = nieuweVraag();
  const antwoord = await stel(vraag);
  expect(antwoord).toMatchObject({ status, body: { code, detail: expect.stringMatching(/\w/) } });
  const pad = `/v1/zoekvragen/${String(antwoord.body['zoekvraagId'])}`;
  expect((await um.vraag('GET', pad)).body).toMatchObject({ status: 'mislukt', fout: { code } });
  expect((await um.vraag('GET', `${pad}/matches`)).body).toEqual({ status: 'mislukt', matches: [] });
  // What can get better is tried again, what cannot is not.
  if (beter) expect(um.vum.verzoeken.length).toBeGreaterThan(1);
  else expect(um.vum.verzoeken).toHaveLength(1);
  um.vum.gedraag(json(200, matches(2)));
  expect(await stel(vraag)).toMatchObject({ status: 201, body: { aantalMatches: 2 } });
});

test('a VUM that recovers within the time is asked again, and the asker hears nothing of it', async () => {
  let keer = 0;
  um.vum.gedraag((verzoek, antwoord) => json(keer++ === 0 ? 503 : 200, matches(1))(verzoek, antwoord));
  expect(await stel(nieuweVraag())).toMatchObject({ status: 201, body: { aantalMatches: 1 } });
});

test('an answer that takes longer than the asker waits can be read later', async () => {
  let keer = 0;
  um.vum.gedraag((verzoek, antwoord) => json(keer++ === 0 ? 503 : 200, matches(1))(verzoek, antwoord));
  const gesteld = await stel(nieuweVraag(), { Prefer: 'wait=0' });
  expect(gesteld).toMatchObject({ status: 202, body: { status: 'loopt' } });
  const pad = gesteld.headers.get('location') ?? '';
  let stand;
  do {
    await new Promise((klaar) => setTimeout(klaar, 100));
    stand = (await um.vraag('GET', pad)).body;
  } while (stand['status'] === 'loopt');
  expect(stand).toMatchObject({ status: 'beantwoord', aantalMatches: 1 });
});
