import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { soortNamen } from '../../domain/soorten/soort-naam.ts';
import { soorten } from '../../domain/soorten/soorten.ts';
import { maakClient, oinGemeente, oinUm, oinVum, vrager } from '../activities/vum/proef.ts';
import { json, startNepVum, type NepVum } from '../support/nep-vum.ts';
import { officieleData, overgeslagen } from '../support/officiele-data.ts';
import { leesContract } from './contract.ts';

const officieel = officieleData();
const delen = {
  werkzoekende: { bestand: 'VUM-Bemiddelaar-WerkzoekendeProfielen.yaml', vraag: 'MPWerkzoekende' },
  vacature: { bestand: 'VUM-Bemiddelaar-Vacatures.yaml', vraag: 'MPVacature' },
};

(officieel ? describe : describe.skip)(`what UM asks of VUM${officieel ? '' : ` (${overgeslagen})`}`, () => {
  let vum: NepVum;
  beforeAll(async () => {
    vum = await startNepVum();
  });
  afterAll(() => vum.sluit());

  test.each(soortNamen)('keeps to the official contract for every official question: %s', async (naam) => {
    const soort = soorten[naam];
    const oordeel = leesContract(officieel?.map ?? '', delen[naam].bestand).oordeel(delen[naam].vraag);
    vum.gedraag(json(200, { maximumAantalResultatenBereikt: false, vraagID: '1', matches: [] }));
    vum.verzoeken.length = 0;
    const { client } = maakClient(vum.url);
    const vragen = officieel?.vragen[naam] ?? [];
    for (const vraagObject of vragen) await client.zoek(soort, { ...vrager, vraagObject });
    await client.sluit();

    expect(vum.verzoeken.map((verzoek) => JSON.parse(verzoek.body) as unknown)).toEqual(
      vragen.map((vraagObject) => ({ vraagObject })),
    );
    for (const { body, pad, koppen } of vum.verzoeken) {
      expect(oordeel((JSON.parse(body) as { vraagObject: unknown }).vraagObject)).toBe(true);
      expect(pad).toBe(`/${soort.vum.pad}/matches`);
      expect(koppen).toMatchObject({
        'api-version': '3.0.0',
        'x-vum-berichtversie': '3.0.0',
        'x-vum-fromparty': oinGemeente,
        'x-vum-toparty': oinVum,
        'x-vum-viaparty': oinUm,
      });
    }
  });

  test('takes every official record as a detail, and as a match', async () => {
    const { client } = maakClient(vum.url);
    for (const naam of soortNamen) {
      const soort = soorten[naam];
      for (const record of officieel?.records[naam] ?? []) {
        vum.gedraag(json(200, { bronID: 'bron', [soort.vum.detailVeld]: record }));
        await expect(client.detail(soort, { ...vrager, vumID: 'a' })).resolves.toEqual({
          bronID: 'bron',
          record,
        });
      }
      const matches = (officieel?.records[naam] ?? []).map((record, index) => {
        const { [soort.idVeld]: _id, ...match } = soort.alsMatch(record);
        return { ...match, vumID: `vum-${index}` };
      });
      vum.gedraag(json(200, { maximumAantalResultatenBereikt: true, vraagID: '1', matches }));
      const antwoord = await client.zoek(soort, { ...vrager, vraagObject: {} });
      expect(antwoord.matches).toEqual(matches);
    }
    await client.sluit();
  });
});
