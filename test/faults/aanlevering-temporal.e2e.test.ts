import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DoodbareTemporal } from '../support/doodbare-temporal.ts';
import {
  startAanleverOpstelling,
  type AanleverOpstelling,
  type Antwoord,
} from '../support/aanlever-opstelling.ts';
import { alsNdjson, profiel } from '../support/profiel.ts';

const temporal = new DoodbareTemporal();
let um: AanleverOpstelling;

beforeAll(async () => {
  const address = await temporal.start();
  um = await startAanleverOpstelling({ eigenTemporal: address });
}, 90_000);
afterAll(async () => {
  await um.stop();
  await temporal.stop();
});

const rij = (id: string) => um.db('aanleveringen').where({ id }).first();
const spoor = (id: string) => um.db('gebeurtenissen').where({ object_id: id }).orderBy('id').pluck('actie');

const stuur = async (query: string, inhoud: string): Promise<string> =>
  String((await um.vraag('POST', `/v1/aanleveringen?${query}`, { body: inhoud })).body['id']);

const keurGoed = (id: string): Promise<Antwoord> =>
  um.vraag('PUT', `/v1/aanleveringen/${id}/besluit`, {
    body: JSON.stringify({ besluit: 'goedgekeurd' }),
    headers: { 'Content-Type': 'application/json' },
  });

test('without Temporal nobody decides or cancels; when it is back, what waited still waits', async () => {
  const id = await stuur('soort=vacature&goedkeuring=handmatig', '{"idVacature":"v"}');
  while ((await rij(id))?.status !== 'wacht-op-goedkeuring') await sleep(20);

  await temporal.dood();
  for (const antwoord of [await keurGoed(id), await um.vraag('POST', `/v1/aanleveringen/${id}/annulering`)]) {
    expect(antwoord).toMatchObject({
      status: 503,
      body: { detail: expect.stringContaining('kan dit nu niet uitvoeren') },
    });
  }
  expect(await rij(id)).toMatchObject({ status: 'wacht-op-goedkeuring', besluit: null, besloten_door: null });
  expect((await um.vraag('GET', `/v1/aanleveringen/${id}`)).body).toMatchObject({ voorbeeld: { nieuw: 1 } });

  await temporal.start();
  let besluit = await keurGoed(id);
  while (besluit.status === 503) besluit = await keurGoed(id);
  expect(besluit).toMatchObject({ status: 200, body: { status: 'goedgekeurd' } });
  expect(await um.wachtOp(id)).toMatchObject({ status: 'gepubliceerd' });
  expect(await spoor(id)).toEqual([
    'aanlevering-ontvangen',
    'aanlevering-voorgelegd',
    'aanlevering-goedgekeurd',
    'aanlevering-gepubliceerd',
  ]);
}, 120_000);

test('a Temporal that is killed while a file is read: everything is read once, and published once', async () => {
  const aantal = 20_000;
  const profielen = Array.from({ length: aantal }, (_, n) => profiel(`p-${String(n)}`));
  const id = await stuur('soort=werkzoekende', alsNdjson(profielen));
  while (((await rij(id))?.gelezen ?? 0) === 0) await sleep(5);
  await temporal.dood();
  await temporal.start();
  expect(await um.wachtOp(id)).toMatchObject({
    status: 'gepubliceerd',
    aantallen: { gelezen: aantal, geldig: aantal, gepubliceerd: aantal },
  });
  expect(await um.gevonden()).toHaveLength(aantal);
  expect(await spoor(id)).toEqual(['aanlevering-ontvangen', 'aanlevering-gepubliceerd']);
}, 120_000);
