import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { geefDetailVrij } from '../../../db/detail-quotum.ts';
import { gemeenteA } from '../../support/identity.ts';
import { json, type Gedrag } from '../../support/nep-vum.ts';
import {
  detail,
  matches,
  startZoekOpstelling,
  type Antwoord,
  type VerzoekOpties,
  type ZoekOpstelling,
} from '../../support/zoek-opstelling.ts';

let um: ZoekOpstelling;
beforeAll(async () => {
  um = await startZoekOpstelling({ detailMs: 1_000 });
}, 60_000);
afterAll(() => um.stop());
beforeEach(() => um.vum.gedraag(goedeDag(60)));

/** A VUM that finds so many matches and has the detail of each. */
const goedeDag =
  (aantal: number, bijDetail: Gedrag = json(200, detail('hallo'))): Gedrag =>
  (verzoek, antwoord) =>
    verzoek.methode === 'POST' ? json(200, matches(aantal))(verzoek, antwoord) : bijDetail(verzoek, antwoord);

let postcode = 3000;
/** The address of a new zoekvraag with matches `vum-1`, `vum-2`, …. */
async function nieuweZoekvraag(): Promise<string> {
  const vraagObject = { selectiegebied: { postcode: `${postcode++}AB`, afstand: 10 } };
  const { headers } = await um.vraag('POST', '/v1/zoekvragen', {
    body: { soort: 'werkzoekende', vraagObject },
  });
  um.vum.verzoeken.length = 0;
  return headers.get('location') ?? '';
}

const vraagDetail = (pad: string, vumID = 'vum-1', opties: VerzoekOpties = {}): Promise<Antwoord> =>
  um.vraag('POST', `${pad}/detailvragen`, { body: { vumID, reden: 'gesprek voorbereiden' }, ...opties });
const gebruikt = async (pad: string) =>
  ((await um.vraag('GET', pad)).body['details'] as { gebruikt: number }).gebruikt;
const detailvragen = async (pad: string) =>
  (await um.vraag('GET', `${pad}/detailvragen`)).body['detailvragen'] as Record<string, unknown>[];
const sleutel = (waarde: string) => ({ headers: { 'Idempotency-Key': waarde } });

describe('a detail', () => {
  test('is the answer of its source, counts as one of ten, and is kept nowhere', async () => {
    const pad = await nieuweZoekvraag();
    const antwoord = await vraagDetail(pad);
    expect(antwoord.status).toBe(201);
    expect(antwoord.headers.get('cache-control')).toBe('no-store');
    expect(antwoord.body).toMatchObject({
      vumID: 'vum-1',
      bronID: 'bron-1',
      detail: { persoonlijkePresentatie: 'hallo' },
      details: { gebruikt: 1, over: 9 },
    });
    expect(await detailvragen(pad)).toMatchObject([
      { vumID: 'vum-1', reden: 'gesprek voorbereiden', status: 'geleverd', gevraagdDoor: 'test-medewerker' },
    ]);
  });

  test('needs a reason, and a BSN in it is refused', async () => {
    const pad = await nieuweZoekvraag();
    for (const reden of [
      undefined,
      'kort',
      '  kort  ',
      ' '.repeat(9),
      'x'.repeat(501),
      'over burger 123456782',
    ]) {
      expect((await vraagDetail(pad, 'vum-1', { body: { vumID: 'vum-1', reden } })).status).toBe(400);
    }
    expect(await gebruikt(pad)).toBe(0);
    expect(await detailvragen(pad)).toEqual([]);
  });

  test('that is asked wrongly is told every fault together, of header and body', async () => {
    const pad = await nieuweZoekvraag();
    const { status, body } = await vraagDetail(pad, 'vum-1', {
      headers: { 'Idempotency-Key': 'kort' },
      body: { vumID: 'geen vumID', reden: 'over burger 123456782' },
    });
    expect(status).toBe(400);
    const fouten = body['errors'] as { location: { name?: string; pointer?: string } }[];
    expect(fouten.map(({ location }) => location.name ?? location.pointer).sort()).toEqual([
      '#/reden',
      '#/vumID',
      'Idempotency-Key',
    ]);
  });

  test('of a match of another zoekvraag is refused and costs nothing', async () => {
    const pad = await nieuweZoekvraag();
    um.vum.gedraag(goedeDag(1));
    const ander = await nieuweZoekvraag();
    expect(await vraagDetail(ander, 'vum-2')).toMatchObject({
      status: 404,
      body: { code: 'match-onbekend' },
    });
    expect(await gebruikt(ander)).toBe(0);
    expect((await vraagDetail(pad, 'vum-2')).status).toBe(201);
    expect(um.vum.verzoeken).toHaveLength(1);
  });

  test('of an ended zoekvraag is refused', async () => {
    const pad = await nieuweZoekvraag();
    await um.vraag('DELETE', pad);
    expect(await vraagDetail(pad)).toMatchObject({ status: 410, body: { code: 'zoekvraag-verlopen' } });
  });
});

describe('ten details', () => {
  test('is all there is, also when fifty are asked at once', async () => {
    const pad = await nieuweZoekvraag();
    const antwoorden = await Promise.all(
      Array.from({ length: 50 }, (_, n) => vraagDetail(pad, `vum-${n + 1}`)),
    );
    const statussen = antwoorden.map(({ status }) => status);
    expect(statussen.filter((status) => status === 201)).toHaveLength(10);
    expect(antwoorden.filter(({ body }) => body['code'] === 'detail-quotum')).toHaveLength(40);
    expect(statussen.filter((status) => status === 429)).toHaveLength(40);
    expect(um.vum.verzoeken).toHaveLength(10);
    expect(await gebruikt(pad)).toBe(10);
  }, 60_000);
});

describe('when VUM gives no usable answer, the request does not count', () => {
  test.each<[string, number, string, Gedrag]>([
    ['400', 422, 'vum-weigert-vraag', json(400, { code: '400.01', message: 'x' })],
    ['401', 502, 'vum-weigert-toegang', json(401, {})],
    ['429', 429, 'vum-limiet', json(429, { code: '429.01', message: 'x' })],
    ['500', 502, 'vum-storing', json(500, { code: '500.1', message: 'x' })],
    ['503', 503, 'vum-niet-beschikbaar', json(503, { code: '500.3', message: 'x' })],
    ['silence', 504, 'vum-te-laat', () => undefined],
    ['a reset', 503, 'vum-onbereikbaar', (_, res) => void res.destroy()],
    [
      'no JSON',
      502,
      'vum-antwoord-onjuist',
      (_, res) => void res.writeHead(200, { 'content-type': 'application/json' }).end('{'),
    ],
    ['an empty answer', 502, 'vum-antwoord-onjuist', json(200, {})],
    ['an empty record', 502, 'vum-antwoord-onjuist', json(200, { werkzoekende: {} })],
    [
      'a record that breaks the contract',
      502,
      'vum-antwoord-onjuist',
      json(200, { werkzoekende: { onbekend: 1 } }),
    ],
  ])('%s', async (_, status, code, gedrag) => {
    const pad = await nieuweZoekvraag();
    um.vum.gedraag(goedeDag(1, gedrag));
    expect(await vraagDetail(pad)).toMatchObject({ status, body: { code } });
    expect(um.vum.verzoeken).toHaveLength(1);
    expect(await gebruikt(pad)).toBe(0);
    expect(await detailvragen(pad)).toMatchObject([{ status: 'vrijgegeven', fout: { code } }]);
  });
});

describe('the same Idempotency-Key', () => {
  test('of a colleague is a question of the colleague', async () => {
    const pad = await nieuweZoekvraag();
    const opties = sleutel('sleutel-nul');
    expect((await vraagDetail(pad, 'vum-1', opties)).status).toBe(201);
    expect((await vraagDetail(pad, 'vum-1', { ...opties, sub: 'test-collega' })).status).toBe(201);
    expect(await gebruikt(pad)).toBe(2);
    expect((await detailvragen(pad)).map(({ gevraagdDoor }) => gevraagdDoor).sort()).toEqual([
      'test-collega',
      'test-medewerker',
    ]);
  });

  test('fetches the detail again and counts once', async () => {
    const pad = await nieuweZoekvraag();
    expect((await vraagDetail(pad, 'vum-1', sleutel('sleutel-een'))).status).toBe(201);
    const weer = await vraagDetail(pad, 'vum-1', sleutel('sleutel-een'));
    expect(weer).toMatchObject({ status: 201, body: { details: { gebruikt: 1 } } });
    expect(um.vum.verzoeken).toHaveLength(2);
    expect(await detailvragen(pad)).toHaveLength(1);
    const acties = await um
      .db('gebeurtenissen')
      .where('object_id', 'like', `%/${String(weer.body['id'])}`)
      .orderBy('id')
      .pluck('actie');
    expect(acties).toEqual([
      'detail-gevraagd',
      'detail-gereserveerd',
      'detail-geleverd',
      'detail-opnieuw-gevraagd',
      'detail-opnieuw-geleverd',
    ]);
  });

  test('fetches it again three times and no more, for VUM counts each time', async () => {
    const pad = await nieuweZoekvraag();
    const vraag = () => vraagDetail(pad, 'vum-1', sleutel('sleutel-zeven'));
    for (let keer = 0; keer < 4; keer++) expect((await vraag()).status).toBe(201);
    expect(await vraag()).toMatchObject({ status: 429, body: { code: 'detail-herhaald' } });
    expect(um.vum.verzoeken).toHaveLength(4);
    expect(await gebruikt(pad)).toBe(1);
    expect(await detailvragen(pad)).toMatchObject([{ status: 'geleverd' }]);
    expect((await vraagDetail(pad)).status).toBe(201);
  });

  test('goes on counting when fetching it again fails', async () => {
    const pad = await nieuweZoekvraag();
    await vraagDetail(pad, 'vum-1', sleutel('sleutel-twee'));
    um.vum.gedraag(goedeDag(1, json(503, {})));
    expect((await vraagDetail(pad, 'vum-1', sleutel('sleutel-twee'))).status).toBe(503);
    expect(await gebruikt(pad)).toBe(1);
    expect(await detailvragen(pad)).toMatchObject([{ status: 'geleverd' }]);
  });

  test('is tried anew after a release', async () => {
    const pad = await nieuweZoekvraag();
    um.vum.gedraag(goedeDag(1, json(500, {})));
    expect((await vraagDetail(pad, 'vum-1', sleutel('sleutel-drie'))).status).toBe(502);
    um.vum.gedraag(goedeDag(1));
    expect((await vraagDetail(pad, 'vum-1', sleutel('sleutel-drie'))).status).toBe(201);
    expect(await gebruikt(pad)).toBe(1);
  });

  test('for another match is a mistake', async () => {
    const pad = await nieuweZoekvraag();
    await vraagDetail(pad, 'vum-1', sleutel('sleutel-vier'));
    const ander = await vraagDetail(pad, 'vum-2', sleutel('sleutel-vier'));
    expect(ander).toMatchObject({ status: 422, body: { code: 'sleutel-hergebruikt' } });
  });

  test('with another reason is a mistake: the trail would not tell that reason', async () => {
    const pad = await nieuweZoekvraag();
    await vraagDetail(pad, 'vum-1', sleutel('sleutel-zes'));
    const body = { vumID: 'vum-1', reden: 'een heel andere reden' };
    const ander = await vraagDetail(pad, 'vum-1', { ...sleutel('sleutel-zes'), body });
    expect(ander).toMatchObject({ status: 422, body: { code: 'sleutel-hergebruikt' } });
  });

  test('while the first is being answered waits for nobody', async () => {
    const pad = await nieuweZoekvraag();
    um.vum.gedraag(
      goedeDag(
        1,
        (verzoek, antwoord) => void setTimeout(() => void json(200, detail('x'))(verzoek, antwoord), 500),
      ),
    );
    const tegelijk = await Promise.all(
      [1, 2, 3].map(() => vraagDetail(pad, 'vum-1', sleutel('sleutel-vijf'))),
    );
    expect(tegelijk.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(um.vum.verzoeken).toHaveLength(1);
  });
});

test('a detail that was given back while its source was asked has that outcome in Temporal too', async () => {
  const pad = await nieuweZoekvraag();
  const bron = Promise.withResolvers<null>();
  um.vum.gedraag(
    goedeDag(1, (verzoek, antwoord) => {
      void bron.promise.then(() => json(200, detail('x'))(verzoek, antwoord));
    }),
  );
  const vraag = vraagDetail(pad);
  while (um.vum.verzoeken.length === 0) await new Promise((klaar) => setTimeout(klaar, 20));
  const rij = await um.db('detailvragen').where('zoekvraag_id', pad.split('/').at(-1)).first();
  const [zoekvraagId, requestId] = [rij?.zoekvraag_id ?? '', rij?.request_id ?? ''];
  const nu = new Date().toISOString();
  const eersteKeer = await geefDetailVrij(
    um.db,
    { oin: gemeenteA, zoekvraagId, requestId },
    'niet-afgerond',
    nu,
  );
  bron.resolve(null);
  expect((await vraag).status).toBe(503);
  expect(eersteKeer).toBe('nu');
  const proces = um.temporal.workflow.getHandle(`detailvraag/${zoekvraagId}/${requestId}`);
  expect(await proces.result()).toMatchObject({ status: 'vrijgegeven' });
  expect(await detailvragen(pad)).toMatchObject([{ status: 'vrijgegeven' }]);
  expect(await gebruikt(pad)).toBe(0);
});

test('an asker who leaves gets nothing, and it does not count', async () => {
  const pad = await nieuweZoekvraag();
  um.vum.gedraag(goedeDag(1, () => undefined));
  const weg = new AbortController();
  const vraag = vraagDetail(pad, 'vum-1', { signal: weg.signal });
  while (um.vum.verzoeken.length === 0) await new Promise((klaar) => setTimeout(klaar, 20));
  weg.abort();
  await expect(vraag).rejects.toThrow();
  while ((await detailvragen(pad))[0]?.['status'] === 'loopt')
    await new Promise((klaar) => setTimeout(klaar, 50));
  expect(await detailvragen(pad)).toMatchObject([{ status: 'vrijgegeven' }]);
  expect(await gebruikt(pad)).toBe(0);
});
