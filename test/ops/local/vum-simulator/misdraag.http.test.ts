import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { VumClient } from '../../../../activities/vum/vum-client.ts';
import { soorten } from '../../../../domain/soorten/soorten.ts';
import { type aarden, type Gedrag } from '../../../../ops/local/vum-simulator/gedrag.ts';
import type { DraaiendeSimulator } from '../../../../ops/local/vum-simulator/start-vum-simulator.ts';
import { maakClient, vrager } from '../../../activities/vum/proef.ts';
import { heelNederland, roep, startSimulator } from './simulator.ts';

const soort = soorten.werkzoekende;
let vum: DraaiendeSimulator;
let client: VumClient;
/** For who is to get no answer in time; any other answer may take as long as a busy machine needs. */
let ongeduldig: VumClient;
let vumID: string;

beforeAll(async () => {
  vum = await startSimulator();
  client = maakClient(vum.url).client;
  ongeduldig = maakClient(vum.url, { tijden: { zoekMs: 500, detailMs: 500 } }).client;
});
afterAll(async () => {
  await Promise.all([client.sluit(), ongeduldig.sluit()]);
  await vum.stop();
});
beforeEach(async () => {
  await gedraag([]);
  vumID = (await zoek()).matches[0]?.vumID ?? '';
});

const zoek = (vanuit = client): ReturnType<VumClient['zoek']> =>
  vanuit.zoek(soort, { ...vrager, vraagObject: heelNederland });
const detail = (vanuit = client): ReturnType<VumClient['detail']> =>
  vanuit.detail(soort, { ...vrager, vumID });
const gedraag = (gedrag: readonly Gedrag[]): ReturnType<typeof roep> =>
  roep(`${vum.url}/_simulator/gedrag`, { methode: 'PUT', body: gedrag });

const uitkomsten: Record<Exclude<(typeof aarden)[number], 'goed' | 'schudden'>, string> = {
  '400': 'vum-weigert-vraag',
  '401': 'vum-weigert-toegang',
  '429': 'vum-limiet',
  '500': 'vum-storing',
  '503': 'vum-niet-beschikbaar',
  'geen-antwoord': 'vum-te-laat',
  traag: 'vum-te-laat',
  reset: 'vum-onbereikbaar',
  'reset-halverwege': 'vum-onbereikbaar',
  onleesbaar: 'vum-antwoord-onjuist',
  contractbreuk: 'vum-antwoord-onjuist',
  leeg: 'vum-antwoord-onjuist',
};

describe.each(Object.entries(uitkomsten))('told to answer "%s"', (aard, code) => {
  const klant = () => (code === 'vum-te-laat' ? ongeduldig : client);

  test('it does so for searches alone', async () => {
    await gedraag([{ aard: aard as Gedrag['aard'], bericht: 'zoek' }]);
    await expect(zoek(klant())).rejects.toMatchObject({ code });
    await expect(zoek(klant())).rejects.toMatchObject({ code });
    await expect(detail()).resolves.toMatchObject({ bronID: 'demo' });
  });

  test('it does so for one detail', async () => {
    await gedraag([{ aard: aard as Gedrag['aard'], bericht: 'detail', aantal: 1 }]);
    await expect(detail(klant())).rejects.toMatchObject({ code });
    await expect(detail()).resolves.toMatchObject({ bronID: 'demo' });
  });
});

test('it shuffles the matches and leaves them what they are', async () => {
  const eerst = (await zoek()).matches.map((match) => match.vumID);
  await gedraag([{ aard: 'schudden' }]);
  const daarna = (await zoek()).matches.map((match) => match.vumID);
  expect(daarna).not.toEqual(eerst);
  expect(daarna.toSorted()).toEqual(eerst.toSorted());
});

test('it waits before it answers', async () => {
  await gedraag([{ aard: 'goed', vertragingMs: 200 }]);
  const begin = performance.now();
  await zoek();
  expect(performance.now() - begin).toBeGreaterThan(190);
});

test('it refuses an instruction that it does not know, and keeps what it had', async () => {
  await gedraag([{ aard: '503' }]);
  const antwoord = await fetch(`${vum.url}/_simulator/gedrag`, { method: 'PUT', body: '[{"aard":"x"}]' });
  expect(antwoord.status).toBe(400);
  await expect(zoek()).rejects.toMatchObject({ code: 'vum-niet-beschikbaar' });
});

test('it shows what came in, with its headers', async () => {
  await fetch(`${vum.url}/_simulator/verzoeken`, { method: 'DELETE' });
  await zoek();
  await detail();
  const { json } = await roep(`${vum.url}/_simulator/verzoeken`);
  expect(json).toMatchObject({
    aantallen: { zoek: 1, detail: 1 },
    verzoeken: [
      { bericht: 'zoek', soort: 'werkzoekende', koppen: { 'x-vum-fromparty': vrager.oin } },
      { bericht: 'detail', pad: `/werkzoekendeProfielen/${vumID}` },
    ],
  });
});
