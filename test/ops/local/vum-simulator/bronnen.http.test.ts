import { afterEach, beforeAll, expect, test } from '@jest/globals';
import type { DraaiendeSimulator } from '../../../../ops/local/vum-simulator/start-vum-simulator.ts';
import { json, startNepVum, type Gedrag, type NepVum } from '../../../support/nep-vum.ts';
import { maakTestCa, type TestCertificaat } from '../../../support/test-certificaten.ts';
import { heelNederland, koppen, roep, startSimulator, zoek } from './simulator.ts';

const vumOin = '00000009990000000200';
const um = '00000009990000000100';
const gemeenten = ['00000009990000000001', '00000009990000000002'] as const;
const pad = 'werkzoekendeProfielen';
const mobiliteit = { bemiddelingspostcode: '1012AB' };

let server: TestCertificaat;
let client: TestCertificaat;
let bron: NepVum;
let vum: DraaiendeSimulator;

beforeAll(async () => {
  const ca = await maakTestCa();
  [server, client] = await Promise.all([ca.geefUit(um), ca.geefUit(vumOin)]);
});
afterEach(async () => {
  await vum.stop();
  await bron.sluit();
});

/** VUM with one UM behind it, that answers for two gemeenten. */
async function start(gedrag: Gedrag): Promise<void> {
  bron = await startNepVum(server);
  bron.gedraag(gedrag);
  vum = await startSimulator({
    bronClient: client,
    bronnen: gemeenten.map((oin) => ({ type: 'http', url: bron.url, oin, viaOin: um })),
  });
}

const matches = (oin: unknown, maximum: boolean): Gedrag =>
  json(200, {
    maximumAantalResultatenBereikt: maximum,
    matches: [
      {
        idWerkzoekende: 'zelfde-id',
        mobiliteit,
        indicatieBeschikbaarheidContactgegevens: oin === gemeenten[0] ? 1 : 2,
      },
    ],
  });

test('a search asks every gemeente over mutual TLS, and merges what they give', async () => {
  await start((verzoek, res) => {
    const oin = verzoek.koppen['x-vum-toparty'];
    return matches(oin, oin === gemeenten[1])(verzoek, res);
  });
  const antwoord = await zoek(vum.url, pad);
  expect(antwoord.maximumAantalResultatenBereikt).toBe(true);
  expect(antwoord.matches.map(({ vumID: _vumID, ...inhoud }) => inhoud)).toEqual([
    { mobiliteit, indicatieBeschikbaarheidContactgegevens: 1 },
    { mobiliteit, indicatieBeschikbaarheidContactgegevens: 2 },
  ]);
  expect(new Set(antwoord.matches.map(({ vumID }) => vumID)).size).toBe(2);
  for (const [index, verzoek] of bron.verzoeken.toSorted(opGemeente).entries()) {
    expect(JSON.parse(verzoek.body)).toEqual({ vraagObject: heelNederland });
    expect(verzoek.client).toBe(vumOin);
    expect(verzoek.koppen).toMatchObject({
      'x-vum-fromparty': koppen['X-VUM-fromParty'],
      'x-vum-toparty': gemeenten[index],
      'x-vum-viaparty': um,
      'x-vum-suwiparty': 'true',
      'api-version': '3.0.0',
      'x-vum-berichtversie': '3.0.0',
    });
  }
});

const opGemeente = (a: NepVum['verzoeken'][number], b: NepVum['verzoeken'][number]): number =>
  String(a.koppen['x-vum-toparty']).localeCompare(String(b.koppen['x-vum-toparty']));

test('a detail is asked of the gemeente that gave the match', async () => {
  await start((verzoek, res) => matches(verzoek.koppen['x-vum-toparty'], false)(verzoek, res));
  const { matches: gevonden } = await zoek(vum.url, pad);
  bron.verzoeken.length = 0;
  bron.gedraag(json(200, { idWerkzoekende: 'zelfde-id' }));
  const { json: detail } = await roep(`${vum.url}/${pad}/${gevonden[1]?.vumID ?? ''}`);
  expect(detail).toEqual({ bronID: gemeenten[1], werkzoekende: { idWerkzoekende: 'zelfde-id' } });
  expect(bron.verzoeken).toHaveLength(1);
  expect(bron.verzoeken[0]).toMatchObject({
    pad: `/${pad}/zelfde-id`,
    koppen: { 'x-vum-toparty': gemeenten[1] },
  });
});

test.each<[string, Gedrag]>([
  ['fails', json(500, { code: '500.1', message: '' })],
  ['breaks off', (_verzoek, res) => void res.socket?.destroy()],
  ['answers no JSON', (_verzoek, res) => void res.end('<html>')],
])('a bron that %s is left out, the others are not', async (_naam, mis) => {
  await start((verzoek, res) =>
    verzoek.koppen['x-vum-toparty'] === gemeenten[0]
      ? mis(verzoek, res)
      : matches(gemeenten[1], false)(verzoek, res),
  );
  expect((await zoek(vum.url, pad)).matches).toHaveLength(1);
});

test('without any bron that answers VUM is not available, and a detail is not counted', async () => {
  await start(matches('', false));
  const { matches: gevonden } = await zoek(vum.url, pad);
  bron.gedraag(json(503, { code: '500.3', message: '' }));
  const detail = (): ReturnType<typeof roep> => roep(`${vum.url}/${pad}/${gevonden[0]?.vumID ?? ''}`);
  for (let keer = 0; keer < 12; keer++) expect((await detail()).status).toBe(503);
  const { status, json: fout } = await roep(`${vum.url}/${pad}/matches`, {
    body: { vraagObject: heelNederland },
  });
  expect([status, fout]).toEqual([503, expect.objectContaining({ code: '500.3' })]);
  bron.gedraag(json(200, { idWerkzoekende: 'zelfde-id' }));
  expect((await detail()).status).toBe(200);
});

test('bronnen can be changed while it runs', async () => {
  await start(matches('', false));
  const stel = (bronnen: unknown): ReturnType<typeof roep> =>
    roep(`${vum.url}/_simulator/bronnen`, { methode: 'PUT', body: bronnen });
  await stel([]);
  expect((await zoek(vum.url, pad)).matches).toEqual([]);
  await stel([{ type: 'demo' }]);
  expect((await zoek(vum.url, pad)).matches).toHaveLength(60);
});
