import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { gemeenteB } from '../../support/identity.ts';
import { json } from '../../support/nep-vum.ts';
import { matches, startZoekOpstelling, type ZoekOpstelling } from '../../support/zoek-opstelling.ts';

let um: ZoekOpstelling;
beforeAll(async () => {
  um = await startZoekOpstelling();
}, 60_000);
afterAll(() => um.stop());
beforeEach(() => {
  um.vum.verzoeken.length = 0;
  um.vum.gedraag(json(200, matches(3)));
});

let postcode = 1000;
/** A question that was not asked before. */
const nieuweVraag = () => ({
  soort: 'werkzoekende',
  vraagObject: { selectiegebied: { postcode: `${postcode++}AB`, afstand: 10 } },
});
const stel = (body: unknown) => um.vraag('POST', '/v1/zoekvragen', { body });
const gestuurd = () =>
  um.vum.verzoeken.map(({ body }) => (JSON.parse(body) as { vraagObject: unknown }).vraagObject);
const acties = async (objectId: unknown): Promise<string[]> =>
  um.db('gebeurtenissen').where('object_id', String(objectId)).orderBy('id').pluck('actie');

describe('a question', () => {
  test('is answered with the matches that VUM gave, as VUM gave them', async () => {
    const gesteld = await stel(nieuweVraag());
    expect(gesteld).toMatchObject({ status: 201, body: { status: 'beantwoord', aantalMatches: 3 } });
    const lijst = await um.vraag('GET', `${gesteld.headers.get('location')}/matches`);
    expect(lijst.body).toEqual({
      status: 'beantwoord',
      matches: (matches(3) as { matches: object }).matches,
    });
    expect(await acties(gesteld.body['id'])).toEqual(['zoekvraag-gesteld', 'zoekvraag-beantwoord']);
  });

  test('without matches has an answer too', async () => {
    um.vum.gedraag(json(200, matches(0)));
    expect((await stel(nieuweVraag())).body).toMatchObject({ status: 'beantwoord', aantalMatches: 0 });
  });

  test('goes to VUM without what the standard ignores', async () => {
    const vraag = nieuweVraag();
    const opgevuld = { ...vraag.vraagObject, naam: 'iemand', contractvorm: {}, onbekend: { $eq: 1 } };
    await stel({ ...vraag, vraagObject: opgevuld });
    expect(gestuurd()).toEqual([vraag.vraagObject]);
  });

  test('that is wrong gets all its faults at once, and VUM does not hear of it', async () => {
    const vraagObject = {
      selectiegebied: { postcode: 'x', afstand: 1000 },
      contractvorm: { $elemMatch: { $or: [{ codeTypeArbeidscontract: { $eq: 'Z' } }] } },
    };
    const { status, body } = await stel({ soort: 'werkzoekende', vraagObject });
    expect(status).toBe(400);
    expect(
      (body['errors'] as { location: { pointer: string } }[]).map((fout) => fout.location.pointer).sort(),
    ).toEqual([
      '#/vraagObject/contractvorm/$elemMatch/$or/0/codeTypeArbeidscontract/$eq',
      '#/vraagObject/selectiegebied/afstand',
      '#/vraagObject/selectiegebied/postcode',
    ]);
    expect(um.vum.verzoeken).toEqual([]);
  });
});

test('a question that names a person is refused', async () => {
  const vraag = nieuweVraag();
  const naar = (code: string) => ({
    ...vraag,
    vraagObject: {
      ...vraag.vraagObject,
      bemiddelingsberoep: { $elemMatch: { $or: [{ codeBeroepsnaam: { $eq: code } }] } },
    },
  });
  const { status, body } = await stel(naar('iemand met 123456782'));
  expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining('burgerservicenummer')]);
  expect(JSON.stringify(body)).not.toContain('123456782');
  expect(um.vum.verzoeken).toEqual([]);
  expect((await stel(naar('https://linkeddata.competentnl.nl/uwv/id/occupation/123456782'))).status).toBe(
    201,
  );
});

describe('the same question again', () => {
  test('is answered from what is stored, however it is spelled', async () => {
    const vraag = nieuweVraag();
    const eerste = await stel(vraag);
    const { postcode: pc, afstand } = vraag.vraagObject.selectiegebied;
    const anders = { onbekend: 1, selectiegebied: { afstand, postcode: pc.toLowerCase() } };
    const tweede = await stel({ ...vraag, vraagObject: anders });
    expect(tweede).toMatchObject({ status: 200, body: { id: eerste.body['id'] } });
    expect(um.vum.verzoeken).toHaveLength(1);
  });

  test('by a colleague leaves a trace of its own', async () => {
    const vraag = nieuweVraag();
    const eerste = await stel(vraag);
    const headers = { 'X-Correlation-ID': 'verzoek-van-collega' };
    await um.vraag('POST', '/v1/zoekvragen', { body: vraag, headers, sub: 'een-collega' });
    const spoor = await um
      .db('gebeurtenissen')
      .where('object_id', String(eerste.body['id']))
      .orderBy('id', 'desc')
      .first();
    expect(spoor).toMatchObject({
      ...{ actie: 'zoekvraag-herhaald', actor: 'een-collega', correlatie_id: 'verzoek-van-collega' },
    });
  });

  test('at the same moment is one question to VUM', async () => {
    const vraag = nieuweVraag();
    const antwoorden = await Promise.all(Array.from({ length: 8 }, () => stel(vraag)));
    expect(new Set(antwoorden.map(({ body }) => body['id'])).size).toBe(1);
    expect(antwoorden.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(um.vum.verzoeken).toHaveLength(1);
  });

  test('goes to VUM when a fresh answer is asked for, and the old one stays readable', async () => {
    const vraag = nieuweVraag();
    const eerste = await stel(vraag);
    const vers = await stel({ ...vraag, vernieuwen: true });
    expect(vers.status).toBe(201);
    expect(vers.body['id']).not.toBe(eerste.body['id']);
    expect(um.vum.verzoeken).toHaveLength(2);
    const oud = await um.vraag('GET', `/v1/zoekvragen/${String(eerste.body['id'])}/matches`);
    expect(oud.body['matches']).toHaveLength(3);
    expect((await stel(vraag)).body['id']).toBe(vers.body['id']);
  });

  test('of another gemeente is its own question', async () => {
    const vraag = nieuweVraag();
    await stel(vraag);
    const ander = await um.vraag('POST', '/v1/zoekvragen', { body: vraag, oin: gemeenteB });
    expect(ander.status).toBe(201);
    expect(um.vum.verzoeken.map(({ koppen }) => koppen['x-vum-fromparty'])).toContain(gemeenteB);
  });
});

describe('ending a question', () => {
  test('deletes its matches at once, records it, and may be done twice', async () => {
    const vraag = nieuweVraag();
    const { body, headers } = await stel(vraag);
    const pad = headers.get('location') ?? '';
    const door = { headers: { 'X-Correlation-ID': 'einde-van-collega' }, sub: 'een-collega' };
    expect((await um.vraag('DELETE', pad, door)).status).toBe(204);
    expect((await um.vraag('DELETE', pad)).status).toBe(204);
    const einde = await um.db('gebeurtenissen').where('correlatie_id', 'einde-van-collega').orderBy('id');
    expect(einde.map(({ actie, actor }) => `${actie} ${actor}`)).toEqual([
      'zoekvraag-beeindigd een-collega',
      'matches-verwijderd um',
    ]);
    expect((await um.vraag('GET', `${pad}/matches`)).body).toEqual({ status: 'beeindigd', matches: [] });
    expect(await um.db('matches').where('zoekvraag_id', String(body['id']))).toEqual([]);
    expect(await acties(body['id'])).toEqual([
      'zoekvraag-gesteld',
      'zoekvraag-beantwoord',
      'zoekvraag-beeindigd',
      'matches-verwijderd',
    ]);
    await um.temporal.workflow.getHandle(`zoekvraag/${String(body['id'])}`).result();
    expect((await stel(vraag)).status).toBe(201);
  });

  test('while VUM is being asked drops the answer that comes later', async () => {
    um.vum.gedraag(async (verzoek, antwoord) => {
      await new Promise((klaar) => setTimeout(klaar, 800));
      await json(200, matches(3))(verzoek, antwoord);
    });
    const gesteld = await um.vraag('POST', '/v1/zoekvragen', {
      body: nieuweVraag(),
      headers: { Prefer: 'respond-async' },
    });
    expect(gesteld).toMatchObject({ status: 202, body: { status: 'loopt' } });
    await um.vraag('DELETE', gesteld.headers.get('location') ?? '');
    const proces = um.temporal.workflow.getHandle(`zoekvraag/${String(gesteld.body['id'])}`);
    expect(await proces.result()).toMatchObject({ status: 'vervallen' });
    await new Promise((klaar) => setTimeout(klaar, 1_000));
    expect(await um.db('matches').where('zoekvraag_id', String(gesteld.body['id']))).toEqual([]);
  });
});

describe('another gemeente', () => {
  test('finds nothing under the ids of this one', async () => {
    const { headers } = await stel(nieuweVraag());
    const pad = headers.get('location') ?? '';
    const detail = { vumID: 'vum-1', reden: 'gesprek voorbereiden' };
    for (const [methode, bij, body] of [
      ['GET', '', undefined],
      ['GET', '/matches', undefined],
      ['DELETE', '', undefined],
      ['GET', '/detailvragen', undefined],
      ['POST', '/detailvragen', detail],
    ] as const) {
      const { status } = await um.vraag(methode, pad + bij, { oin: gemeenteB, body });
      expect(status).toBe(404);
    }
    const lijst = await um.vraag('GET', '/v1/zoekvragen', { oin: gemeenteB });
    expect(JSON.stringify(lijst.body)).not.toContain(pad);
  });
});

test('the list of questions is paged, newest first', async () => {
  const ids = [];
  for (let n = 0; n < 3; n++) ids.unshift((await stel(nieuweVraag())).body['id']);
  const eerste = await um.vraag('GET', '/v1/zoekvragen?limiet=2');
  const tweede = await um.vraag('GET', String(eerste.body['volgende']));
  const lijst = [eerste, tweede].flatMap(({ body }) => body['zoekvragen'] as { id: string }[]);
  expect(lijst.slice(0, 3).map(({ id }) => id)).toEqual(ids);
});
