import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { soortNamen } from '../../../../domain/soorten/soort-naam.ts';
import { soorten } from '../../../../domain/soorten/soorten.ts';
import { valideer } from '../../../../domain/validatie/valideer.ts';
import { demoRecords } from '../../../../ops/local/vum-simulator/demo/demo-records.ts';
import type { DraaiendeSimulator } from '../../../../ops/local/vum-simulator/start-vum-simulator.ts';
import { leesContract } from '../../../conformance/contract.ts';
import { officieleData, overgeslagen } from '../../../support/officiele-data.ts';
import { heelNederland, koppen, roep, startSimulator, zoek } from './simulator.ts';

const officieel = officieleData();
let vum: DraaiendeSimulator;
beforeAll(async () => {
  vum = await startSimulator();
});
afterAll(() => vum.stop());

test('the demo data is the same in every run, and without a fault', () => {
  const records = demoRecords();
  expect(demoRecords()).toEqual(records);
  expect(records.werkzoekende).toHaveLength(60);
  expect(records.vacature).toHaveLength(40);
  for (const naam of soortNamen) {
    for (const record of records[naam]) expect(valideer(soorten[naam], record)).toEqual([]);
  }
});

describe.each(soortNamen)('%s', (naam) => {
  const soort = soorten[naam];
  const pad = soort.vum.pad;

  test('a search finds matches under opaque names, and each has a detail', async () => {
    const { matches, vraagID } = await zoek(vum.url, pad);
    expect(matches.length).toBe(demoRecords()[naam].length);
    expect(vraagID).not.toBe('');
    const { vumID } = matches[0] ?? { vumID: '' };
    expect(vumID).toMatch(/^[a-zA-Z0-9_.-]{40,500}$/);
    expect(Buffer.from(vumID, 'base64url').toString('latin1')).not.toContain('demo');
    expect(matches[0]).not.toHaveProperty(soort.idVeld);

    const { status, json, headers } = await roep(`${vum.url}/${pad}/${vumID}`);
    expect(status).toBe(200);
    expect(json).toEqual({
      bronID: 'demo',
      [soort.vum.detailVeld]: expect.objectContaining({ [soort.idVeld]: expect.any(String) }),
    });
    expect(headers).toMatchObject({
      'api-version': '3.0.0',
      'x-vum-fromparty': koppen['X-VUM-toParty'],
      'x-vum-toparty': koppen['X-VUM-fromParty'],
      'x-vum-viaparty': koppen['X-VUM-viaParty'],
      'content-type': 'application/json',
    });
  });

  test('a vumID stays the same, and every search has its own vraagID', async () => {
    const [een, twee] = [await zoek(vum.url, pad), await zoek(vum.url, pad)];
    expect(een.matches).toEqual(twee.matches);
    expect(een.vraagID).not.toBe(twee.vraagID);
  });

  (officieel ? test : test.skip)(
    `answers keep to the official contract${officieel ? '' : ` (${overgeslagen})`}`,
    async () => {
      if (officieel === undefined) return;
      const bestand =
        naam === 'vacature' ? 'VUM-Bemiddelaar-Vacatures.yaml' : 'VUM-Bemiddelaar-WerkzoekendeProfielen.yaml';
      const contract = leesContract(officieel.map, bestand);
      const antwoordNaam =
        naam === 'vacature' ? 'VacaturesMatchesResponse' : 'WerkzoekendeProfielMatchesResponse';
      const oordeel = contract.oordeel(antwoordNaam);
      const recordOordeel = contract.oordeel(naam === 'vacature' ? 'Vacature' : 'Werkzoekende');
      for (const vraagObject of officieel.vragen[naam]) {
        const antwoord = await zoek(vum.url, pad, vraagObject);
        expect(oordeel(antwoord)).toBe(true);
      }
      const { matches } = await zoek(vum.url, pad, { ...heelNederland, onbekend: 1, contractvorm: {} });
      const { json } = await roep(`${vum.url}/${pad}/${matches[0]?.vumID ?? ''}`);
      expect(recordOordeel((json as Record<string, unknown>)[soort.vum.detailVeld])).toBe(true);
      const fout = await roep(`${vum.url}/${pad}/onbekend`);
      expect(contract.oordeel('Error')(fout.json)).toBe(true);
    },
  );

  test('ten details on the matches of one search, and after a new search ten again', async () => {
    const vrager = { ...koppen, 'X-VUM-fromParty': `gemeente-${naam}` };
    const { matches } = await zoek(vum.url, pad, heelNederland, vrager);
    const vraag = (index: number): Promise<{ status: number; json: unknown }> =>
      roep(`${vum.url}/${pad}/${matches[index]?.vumID ?? ''}`, { headers: vrager });
    const antwoorden = await Promise.all(Array.from({ length: 15 }, (_leeg, index) => vraag(index)));
    expect(antwoorden.filter(({ status }) => status === 200)).toHaveLength(10);
    expect(antwoorden.find(({ status }) => status === 429)?.json).toMatchObject({ code: '429.01' });
    await zoek(vum.url, pad, heelNederland, vrager);
    expect((await vraag(0)).status).toBe(200);
  });

  test.each([
    ['an unknown id', 'onbekend'],
    ['a damaged vumID', 'A'.repeat(80)],
  ])('%s is a bad request', async (_naam, vumID) => {
    const { status, json } = await roep(`${vum.url}/${pad}/${vumID}`);
    expect([status, json]).toEqual([400, expect.objectContaining({ code: '400.01' })]);
  });

  test('a vumID of another kind is unknown', async () => {
    const anders = naam === 'vacature' ? soorten.werkzoekende : soorten.vacature;
    const { matches } = await zoek(vum.url, anders.vum.pad);
    expect((await roep(`${vum.url}/${pad}/${matches[0]?.vumID ?? ''}`)).status).toBe(400);
  });

  test.each(Object.keys(koppen))('a message without %s is incomplete', async (kop) => {
    const rest = Object.fromEntries(Object.entries(koppen).filter(([anders]) => anders !== kop));
    const { status, json } = await roep(`${vum.url}/${pad}/abc`, { headers: rest });
    expect([status, json]).toEqual([400, expect.objectContaining({ code: '400.02', details: kop })]);
  });

  test.each([
    ['no JSON', '{'],
    ['no question', {}],
    ['a question without an area', { vraagObject: {} }],
    ['a distance that is text', { vraagObject: { selectiegebied: { postcode: '1012AB', afstand: '5' } } }],
  ])('%s is a bad request', async (_naam, body) => {
    const { status, json } = await roep(`${vum.url}/${pad}/matches`, { body });
    expect([status, json]).toEqual([400, expect.objectContaining({ code: '400.01' })]);
  });
});

test('beside a question about vacancies there may be more, about job seekers not', async () => {
  const vraag = (pad: string): ReturnType<typeof roep> =>
    roep(`${vum.url}/${pad}/matches`, { body: { vraagObject: heelNederland, meer: 1 } });
  expect((await vraag('vacatures')).status).toBe(200);
  expect((await vraag('werkzoekendeProfielen')).status).toBe(400);
});

test('the same key makes the same vumIDs after a restart', async () => {
  const sleutel = Buffer.alloc(32, 7);
  const vumIDs: string[][] = [];
  for (let keer = 0; keer < 2; keer++) {
    const simulator = await startSimulator({ sleutel });
    const { matches } = await zoek(simulator.url, 'vacatures');
    vumIDs.push(matches.map(({ vumID }) => vumID));
    await simulator.stop();
  }
  expect(vumIDs[0]).toEqual(vumIDs[1]);
});

test('what is no part of VUM is a bad request', async () => {
  expect((await roep(`${vum.url}/elders`)).status).toBe(400);
});
