import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { leesPostcodes } from '../../../../domain/selectie/postcodes.ts';
import type { SoortNaam } from '../../../../domain/soorten/soort-naam.ts';
import type { RecordInhoud } from '../../../../domain/soorten/soort.ts';
import { soorten } from '../../../../domain/soorten/soorten.ts';
import { accrediteer } from '../../../../ops/local/accreditatie/accrediteer.ts';
import { leesStandaardData, type StandaardData } from '../../../../ops/local/accreditatie/standaard-data.ts';
import { isGeslaagd } from '../../../../ops/local/accreditatie/uitslag.ts';
import type { StackDescription } from '../../../../ops/local/stack-description.ts';
import { createIngebouwdeBron } from '../../../../ops/local/vum-simulator/ingebouwde-bron.ts';
import { json, startNepVum, type NepVum } from '../../../support/nep-vum.ts';
import { officieleData, overgeslagen } from '../../../support/officiele-data.ts';
import { maakTestCa } from '../../../support/test-certificaten.ts';
import { roep, startSimulator } from '../vum-simulator/simulator.ts';

const officieel = officieleData();
const oin = '00000009990000000001';
type Records = Record<SoortNaam, RecordInhoud[]>;

/** What UM does, as short as it can be: keeps what is uploaded and answers for it by the reference evaluation. */
async function startNepUm(bewerk: (record: RecordInhoud) => RecordInhoud): Promise<Opstelling> {
  const records: Records = { werkzoekende: [], vacature: [] };
  const ca = await maakTestCa();
  const client = await ca.geefUit('00000009990000000200');
  const bron = await startNepVum(await ca.geefUit('00000009990000000100'));
  const ingebouwd = createIngebouwdeBron(oin, records, leesPostcodes(officieel?.postcodeCsv ?? ''));
  const signal = new AbortController().signal;
  bron.gedraag(async (verzoek, res) => {
    const [, pad, rest = ''] = verzoek.pad.split('/');
    const soort = Object.values(soorten).find(({ vum }) => vum.pad === pad) ?? soorten.vacature;
    const bericht = { fromParty: '', toParty: '', viaParty: '' };
    const antwoord =
      verzoek.methode === 'GET'
        ? bewerk(await ingebouwd.detail(soort, rest, bericht, signal))
        : await ingebouwd
            .zoek(
              soort,
              (JSON.parse(verzoek.body) as { vraagObject: Record<string, unknown> }).vraagObject,
              bericht,
              signal,
            )
            .then(({ matches, ...kop }) => ({
              ...kop,
              matches: matches.map(({ id, inhoud }) => ({ ...inhoud, [soort.idVeld]: id })),
            }));
    await json(200, antwoord)(verzoek, res);
  });

  const api = await startNepVum();
  api.gedraag(async (verzoek, res) => {
    if (verzoek.pad === '/token') return json(200, { access_token: 'penning' })(verzoek, res);
    if (verzoek.koppen.authorization !== 'Bearer penning') return json(401, {})(verzoek, res);
    if (verzoek.methode === 'GET') return json(200, { status: 'gepubliceerd' })(verzoek, res);
    const soort = new URL(verzoek.pad, api.url).searchParams.get('soort') as SoortNaam;
    records[soort].push(
      ...verzoek.body
        .trim()
        .split('\n')
        .map((regel) => JSON.parse(regel) as RecordInhoud),
    );
    res.setHeader('location', '/v1/aanleveringen/1');
    await json(202, {})(verzoek, res);
  });
  const simulator = await startSimulator({ bronClient: client });
  const map = tijdelijkeMap();
  const bewaar = (naam: 'ca' | 'cert' | 'key'): string => {
    writeFileSync(join(map, naam), client[naam]);
    return join(map, naam);
  };
  const gemeente = {
    oin,
    naam: 'Gemeente Proef',
    clientId: 'a',
    clientSecret: 'b',
    rollen: ['aanleveraar'] as const,
  };
  return {
    stack: {
      ...{ api: api.url, issuer: api.url, bron: bron.url, vum: simulator.url },
      ...{ temporalUi: '', temporalAddress: '', namespace: '', gebruikers: [], gemeenten: [gemeente] },
      bronClient: {
        ca: bewaar('ca'),
        cert: bewaar('cert'),
        key: bewaar('key'),
        headers: { 'X-VUM-viaParty': oin },
      },
    },
    stop: async () => {
      await simulator.stop();
      await Promise.all([api, bron].map((server: NepVum) => server.sluit()));
    },
  };
}

interface Opstelling {
  readonly stack: StackDescription;
  stop(): Promise<void>;
}

(officieel ? describe : describe.skip)(`the accreditation${officieel ? '' : ` (${overgeslagen})`}`, () => {
  test('passes a UM that gives back what was uploaded, and leaves the simulator as it was', async () => {
    const um = await startNepUm((record) => record);
    try {
      const uitslagen = await accrediteer(um.stack, enkeleZoekvragen(3), () => undefined);
      expect(uitslagen.flatMap(({ gezakt }) => gezakt)).toEqual([]);
      expect(uitslagen.map(({ geslaagd }) => geslaagd)).toEqual([24, 24]);
      expect(isGeslaagd(uitslagen)).toBe(true);
      expect((await roep(`${um.stack.vum}/_simulator`)).json).toMatchObject({ bronnen: [{ type: 'demo' }] });
    } finally {
      await um.stop();
    }
  });

  test('fails a UM that changes a record, and says where', async () => {
    const um = await startNepUm((record) => ({ ...record, sector: undefined }));
    const zonderBron = accrediteer(um.stack, enkeleZoekvragen(1), () => undefined, {
      bronGereed: () => Promise.resolve(),
    });
    const uitslagen = await zonderBron.finally(() => um.stop());
    expect(isGeslaagd(uitslagen)).toBe(false);
    expect(uitslagen[0]?.gezakt[0]).toMatchObject({
      iteratie: 1,
      toets: expect.stringContaining('xpected result'),
    });
    expect(uitslagen[0]?.gezakt[0]?.toelichting.join()).toContain('VUM removed sector');
  });
});

const mappen: string[] = [];
afterAll(() => mappen.forEach((map) => rmSync(map, { recursive: true })));

function tijdelijkeMap(): string {
  const map = mkdtempSync(join(tmpdir(), 'um-accreditatie-'));
  mappen.push(map);
  return map;
}

/** The official data with the first searches of each collection: what passes in full is for the command itself. */
function enkeleZoekvragen(aantal: number): StandaardData {
  const data = leesStandaardData(officieel?.map ?? '');
  const map = tijdelijkeMap();
  return {
    ...data,
    collecties: data.collecties.map((collectie) => {
      const dataFile = join(map, `${collectie.naam}.json`);
      const iteraties = JSON.parse(readFileSync(collectie.dataFile, 'utf8')) as unknown[];
      writeFileSync(dataFile, JSON.stringify(iteraties.slice(0, aantal)));
      return { ...collectie, dataFile };
    }),
  };
}
