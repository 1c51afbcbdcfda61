import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { json } from '../support/nep-vum.ts';
import { detail, matches, startZoekOpstelling, type ZoekOpstelling } from '../support/zoek-opstelling.ts';

let um: ZoekOpstelling;
beforeAll(async () => {
  um = await startZoekOpstelling({ geldig: 'PT3S', worker: false });
}, 60_000);
afterAll(() => um.stop());
beforeEach(() =>
  um.vum.gedraag((verzoek, antwoord) =>
    json(200, verzoek.methode === 'POST' ? matches(250) : detail('x'))(verzoek, antwoord),
  ),
);

let postcode = 7000;
const stel = (vraag = `${postcode++}AB`) =>
  um.vraag('POST', '/v1/zoekvragen', {
    body: { soort: 'werkzoekende', vraagObject: { selectiegebied: { postcode: vraag, afstand: 5 } } },
  });
const aantalMatches = async (id: unknown) =>
  (await um.db('matches').where('zoekvraag_id', String(id))).length;

test('matches expire on time, are deleted, and the deletion is recorded', async () => {
  const worker = await um.startWorker();
  const gesteld = await stel('6999AB');
  const { id } = gesteld.body;
  const pad = gesteld.headers.get('location') ?? '';
  expect(await aantalMatches(id)).toBe(250);
  const proces = um.temporal.workflow.getHandle(`zoekvraag/${String(id)}`);
  await proces.result();
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(String(gesteld.body['verlooptOp'])));
  expect(await aantalMatches(id)).toBe(0);
  expect((await um.vraag('GET', `${pad}/matches`)).body).toEqual({ status: 'verlopen', matches: [] });
  expect((await um.vraag('GET', pad)).body).toMatchObject({ status: 'verlopen', aantalMatches: 250 });
  const spoor = await um.db('gebeurtenissen').where('object_id', String(id)).orderBy('id');
  expect(spoor.map(({ actie, reden }) => [actie, reden])).toEqual([
    ['zoekvraag-gesteld', null],
    ['zoekvraag-beantwoord', '250 matches'],
    ['zoekvraag-verlopen', '250 matches'],
    ['matches-verwijderd', '250 matches'],
  ]);
  expect(await stel('6999AB')).toMatchObject({ status: 201 });
  await worker.stop();
});

test('what has expired cannot be read, also when nothing runs that could delete it', async () => {
  const worker = await um.startWorker();
  const gesteld = await stel();
  const pad = gesteld.headers.get('location') ?? '';
  await worker.stop();
  await sleep(Date.parse(String(gesteld.body['verlooptOp'])) - Date.now() + 50);
  expect(await aantalMatches(gesteld.body['id'])).toBe(250);
  expect((await um.vraag('GET', `${pad}/matches`)).body).toEqual({ status: 'verlopen', matches: [] });
  const vraag = { vumID: 'vum-1', reden: 'gesprek voorbereiden' };
  expect(await um.vraag('POST', `${pad}/detailvragen`, { body: vraag })).toMatchObject({
    status: 410,
    body: { code: 'zoekvraag-verlopen' },
  });
  const weer = await um.startWorker();
  await um.temporal.workflow.getHandle(`zoekvraag/${String(gesteld.body['id'])}`).result();
  expect(await aantalMatches(gesteld.body['id'])).toBe(0);
  await weer.stop();
});

test('a question asked while no worker runs is answered when one does', async () => {
  const gesteld = await um.vraag('POST', '/v1/zoekvragen', {
    body: { soort: 'werkzoekende', vraagObject: { selectiegebied: { postcode: '6000AB', afstand: 5 } } },
    headers: { Prefer: 'wait=1' },
  });
  expect(gesteld).toMatchObject({ status: 202, body: { status: 'loopt' } });
  const worker = await um.startWorker();
  const proces = um.temporal.workflow.getHandle(`zoekvraag/${String(gesteld.body['id'])}`);
  expect(await proces.result()).toMatchObject({ status: 'beantwoord', aantalMatches: 250 });
  await worker.stop();
});

test('a question that an operator cancels has been ended, and has not expired', async () => {
  const worker = await um.startWorker();
  um.vum.verzoeken.length = 0;
  um.vum.gedraag(() => undefined);
  const gesteld = stel();
  while (um.vum.verzoeken.length === 0) await sleep(20);
  const rij = await um.db('zoekvragen').where('status', 'loopt').first();
  const proces = um.temporal.workflow.getHandle(`zoekvraag/${String(rij?.id)}`);
  await proces.cancel();
  await expect(proces.result()).rejects.toThrow('Workflow execution cancelled');
  expect((await gesteld).body).not.toMatchObject({ status: 'verlopen' });
  expect((await um.vraag('GET', `/v1/zoekvragen/${String(rij?.id)}`)).body).toMatchObject({
    status: 'beeindigd',
  });
  const spoor = await um
    .db('gebeurtenissen')
    .where('object_id', String(rij?.id))
    .orderBy('id')
    .pluck('actie');
  expect(spoor).toEqual(['zoekvraag-gesteld', 'zoekvraag-beeindigd', 'matches-verwijderd']);
  await worker.stop();
});
