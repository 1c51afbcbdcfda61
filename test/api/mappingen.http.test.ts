import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  startAanleverOpstelling,
  type AanleverOpstelling,
  type Antwoord,
} from '../support/aanlever-opstelling.ts';
import { gemeenteA, gemeenteB } from '../support/identity.ts';

const adres = '/v1/mappingen/werkzoekende/klantlijst';
const mapping = {
  soort: 'werkzoekende',
  id: { kolom: 'Nr' },
  toestemming: { kolom: 'Akkoord', waarden: ['Ja', 'Akkoord'] },
  kolommen: [
    { kolom: 'PC', veld: 'mobiliteit.bemiddelingspostcode' },
    {
      kolom: 'Rijbewijzen',
      veld: 'arbeidsmarktkwalificatie.rijbewijs[].codeSoortRijbewijs',
      scheiding: ['+'],
    },
    {
      kolom: 'LDR',
      veld: 'indicatieLdrRegistratie',
      waarden: [{ van: 'ingeschreven', naar: 1 }, { van: 'weet niet' }],
    },
    { kolom: 'Notitie' },
  ],
  vasteWaarden: [{ veld: 'indicatieBeschikbaarheidContactgegevens', waarde: 2 }],
};

let um: AanleverOpstelling;
beforeAll(async () => {
  um = await startAanleverOpstelling({ worker: false });
}, 60_000);
afterAll(() => um.stop());
beforeEach(() => um.db('mappingen').delete());

const put = (
  pad: string,
  body: object,
  headers: Record<string, string> = {},
  oin = gemeenteA,
): Promise<Antwoord> =>
  um.vraag('PUT', pad, {
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', ...headers },
    oin,
  });

test('a mapping is made, shown, listed, replaced and deleted, and each change leaves its event', async () => {
  const gemaakt = await put(adres, mapping);
  expect(gemaakt.status).toBe(201);
  expect(gemaakt.headers.get('location')).toBe(adres);
  const getoond = await um.vraag('GET', adres);
  expect(getoond.body).toMatchObject({ ...mapping, naam: 'klantlijst', _links: { self: { href: adres } } });
  const vervangen = await put(adres, { ...getoond.body, vasteWaarden: [] });
  expect(vervangen.status).toBe(200);
  const { body } = await um.vraag('GET', '/v1/mappingen?soort=werkzoekende');
  expect(body['mappingen']).toMatchObject([{ naam: 'klantlijst', soort: 'werkzoekende' }]);
  expect((await um.vraag('GET', '/v1/mappingen?soort=vacature')).body['mappingen']).toEqual([]);
  expect((await um.vraag('DELETE', adres)).status).toBe(204);
  expect((await um.vraag('GET', adres)).status).toBe(404);
  expect((await um.vraag('DELETE', adres)).status).toBe(404);
  const events = await um.db('gebeurtenissen').where({ object_soort: 'mapping' }).orderBy('id');
  expect(events.map(({ actie, object_id }) => [actie, object_id])).toEqual(
    ['mapping-bewaard', 'mapping-bewaard', 'mapping-verwijderd'].map((actie) => [
      actie,
      'werkzoekende/klantlijst',
    ]),
  );
});

test('who says which version they looked at does not undo what another did', async () => {
  const { headers } = await put(adres, mapping, { 'If-None-Match': '*' });
  const etag = headers.get('etag') ?? '';
  expect(await put(adres, mapping, { 'If-None-Match': '*' })).toMatchObject({
    status: 412,
    body: { code: 'mapping-veranderd' },
  });
  expect((await put(adres, mapping, { 'If-Match': etag })).status).toBe(200);
  expect((await put(adres, mapping, { 'If-Match': etag })).status).toBe(412);
  expect((await um.vraag('DELETE', adres, { headers: { 'If-Match': etag } })).status).toBe(412);
  expect((await put('/v1/mappingen/werkzoekende/nieuw', mapping, { 'If-Match': etag })).status).toBe(412);
});

test('a mapping that was deleted and made again is another one', async () => {
  const etag = (await put(adres, mapping)).headers.get('etag') ?? '';
  await um.vraag('DELETE', adres);
  await put(adres, mapping);
  expect((await put(adres, mapping, { 'If-Match': etag })).status).toBe(412);
});

test('what is kept for long holds no BSN: not the name of a mapping, nor the reason of a decision', async () => {
  expect(await put('/v1/mappingen/werkzoekende/klant-999990019', mapping)).toMatchObject({ status: 400 });
  const besluit = { besluit: 'afgewezen', reden: 'Fout bij 999990019' };
  const antwoord = await um.vraag('PUT', '/v1/aanleveringen/01930000-0000-7000-8000-000000000000/besluit', {
    body: JSON.stringify(besluit),
    headers: { 'Content-Type': 'application/json' },
  });
  expect(antwoord).toMatchObject({ status: 400, body: { errors: [{ location: { pointer: '#/reden' } }] } });
});

test('another gemeente neither sees nor changes it, and cannot use it', async () => {
  await put(adres, mapping);
  const oin = gemeenteB;
  expect((await um.vraag('GET', adres, { oin })).status).toBe(404);
  expect((await um.vraag('DELETE', adres, { oin })).status).toBe(404);
  expect((await um.vraag('GET', '/v1/mappingen', { oin })).body['mappingen']).toEqual([]);
  expect((await put(adres, { ...mapping, id: { kolom: 'X' } }, {}, oin)).status).toBe(201);
  expect((await um.vraag('GET', adres)).body['id']).toEqual(mapping.id);
  await um.vraag('DELETE', adres, { oin });
  const upload = await um.vraag('POST', '/v1/aanleveringen?soort=werkzoekende&mapping=klantlijst', {
    body: 'Nr;PC',
    oin,
  });
  expect(upload).toMatchObject({ status: 400, body: { errors: [{ location: { name: 'mapping' } }] } });
});

test('everything that is wrong with it is told at once', async () => {
  const { status, body } = await put(adres, {
    ...mapping,
    soort: 'vacature',
    id: { kolom: 'BSN' },
    kolommen: [
      { kolom: 'PC', veld: 'postcode' },
      { kolom: 'LDR', veld: 'indicatieLdrRegistratie', waarden: [{ van: 'x', naar: 3 }] },
    ],
  });
  expect(status).toBe(400);
  const plaatsen = (body['errors'] as { location: { pointer: string } }[]).map(
    ({ location }) => location.pointer,
  );
  expect(plaatsen).toEqual([
    '#/id/pseudoniem',
    '#/kolommen/0/veld',
    '#/kolommen/1/waarden/0/naar',
    '#/soort',
  ]);
  expect((await put(adres, { ...mapping, toestemmign: 'x' })).status).toBe(400);
  expect((await put('/v1/mappingen/werkzoekende/sonar', mapping)).status).toBe(400);
  expect((await put('/v1/mappingen/werkzoekende/Met%20Spatie', mapping)).status).toBe(400);
});

test('a bemiddelaar has nothing to do with it', async () => {
  expect((await um.vraag('GET', '/v1/mappingen', { rol: 'bemiddelaar' })).status).toBe(403);
});

test('what UM makes of headings can be asked without an upload', async () => {
  const body = JSON.stringify({
    soort: 'werkzoekende',
    kolommen: ['Klantnummer', 'Postcode', '', 'Iets anders'],
  });
  const voorstel = await um.vraag('POST', '/v1/mapping-voorstellen', {
    body,
    headers: { 'Content-Type': 'application/json' },
  });
  expect(voorstel).toMatchObject({
    status: 200,
    body: {
      gebruikt: false,
      id: { kolom: 'Klantnummer' },
      kolommen: [{ kolom: 'Postcode', veld: 'mobiliteit.bemiddelingspostcode' }, { kolom: 'Iets anders' }],
      herkenning: [
        { plaats: 'A', hoe: 'synoniem' },
        { plaats: 'B', hoe: 'synoniem' },
        { plaats: 'D', hoe: 'onbekend' },
      ],
    },
  });
});

test('the same Idempotency-Key with another mapping is another upload', async () => {
  await put(adres, mapping);
  const headers = { 'Idempotency-Key': 'een' };
  const lever = (query: string) =>
    um.vraag('POST', `/v1/aanleveringen?soort=werkzoekende${query}`, { body: 'Nr;PC', headers });
  expect((await lever('&mapping=klantlijst')).body).toMatchObject({ mapping: 'klantlijst' });
  expect((await lever('')).status).toBe(422);
  expect((await lever('&mapping=klantlijst')).status).toBe(202);
});

test('an upload that was not read with columns of its own has no mapping', async () => {
  const { body } = await um.vraag('POST', '/v1/aanleveringen?soort=werkzoekende', { body: '[]' });
  const pad = `/v1/aanleveringen/${String(body['id'])}/mapping`;
  expect((await um.vraag('GET', pad)).status).toBe(404);
  await um
    .db('aanlevering_mappingen')
    .insert({ aanlevering_id: String(body['id']), inhoud: '{"mapping":{},"herkenning":[]}' });
  expect((await um.vraag('GET', pad)).status).toBe(200);
  expect((await um.vraag('GET', pad, { oin: gemeenteB })).status).toBe(404);
});
