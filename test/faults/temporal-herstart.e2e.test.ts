import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DoodbareTemporal } from '../support/doodbare-temporal.ts';
import { json } from '../support/nep-vum.ts';
import { detail, matches, startZoekOpstelling, type ZoekOpstelling } from '../support/zoek-opstelling.ts';

const temporal = new DoodbareTemporal();
let um: ZoekOpstelling;

beforeAll(async () => {
  const address = await temporal.start();
  um = await startZoekOpstelling({ temporalAddress: address, geldig: 'PT25S', geduld: 'PT2M' });
}, 90_000);
afterAll(async () => {
  await um.stop();
  await temporal.stop();
});

const stel = (postcode: string, headers = {}) =>
  um.vraag('POST', '/v1/zoekvragen', {
    body: { soort: 'werkzoekende', vraagObject: { selectiegebied: { postcode, afstand: 10 } } },
    headers,
  });
const status = async (pad: string) => (await um.vraag('GET', pad)).body['status'];

test('a Temporal that is killed and comes back: nothing lost, nothing doubled, expiry on time', async () => {
  let stil = false;
  um.vum.gedraag((verzoek, antwoord) =>
    verzoek.methode === 'GET'
      ? json(200, detail('x'))(verzoek, antwoord)
      : stil
        ? undefined
        : json(200, matches(3))(verzoek, antwoord),
  );
  const beantwoord = (await stel('1011AB')).headers.get('location') ?? '';
  stil = true;
  const lopend = (await stel('1012AB', { Prefer: 'respond-async' })).headers.get('location') ?? '';
  while (um.vum.verzoeken.length < 2) await sleep(50);

  await temporal.dood();
  expect((await um.vraag('GET', `${beantwoord}/matches`)).body['matches']).toHaveLength(3);
  expect((await stel('1013AB')).status).toBe(503);
  stil = false;
  await temporal.start();

  const vraag = { body: { vumID: 'vum-1', reden: 'gesprek voorbereiden' } };
  let antwoord = await um.vraag('POST', `${beantwoord}/detailvragen`, vraag);
  while (antwoord.status === 503) antwoord = await um.vraag('POST', `${beantwoord}/detailvragen`, vraag);
  expect(antwoord).toMatchObject({ status: 201, body: { details: { gebruikt: 1 } } });

  const acties = (pad: string) =>
    um
      .db('gebeurtenissen')
      .where('object_id', pad.split('/').at(-1) ?? '')
      .orderBy('id')
      .pluck('actie');
  for (const pad of [beantwoord, lopend]) {
    while ((await acties(pad)).at(-1) !== 'matches-verwijderd') await sleep(100);
    expect(await acties(pad)).toEqual([
      'zoekvraag-gesteld',
      'zoekvraag-beantwoord',
      'zoekvraag-verlopen',
      'matches-verwijderd',
    ]);
    expect(await status(pad)).toBe('verlopen');
  }
  expect(await um.db('matches')).toEqual([]);
}, 120_000);
