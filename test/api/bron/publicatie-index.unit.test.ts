import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PublicatieIndex } from '../../../api/bron/index/publicatie-index.ts';
import { PublicatieOpbouw } from '../../../api/bron/index/publicatie-opbouw.ts';
import type { Postcodes } from '../../../domain/selectie/afstand.ts';
import { leesSelectie } from '../../../domain/selectie/lees-selectie.ts';
import { leesPostcodes, postcoderegios } from '../../../domain/selectie/postcodes.ts';
import type { Selectie } from '../../../domain/selectie/selectie.ts';
import { kilometers, voldoet } from '../../../domain/selectie/voldoet.ts';
import { haalOp } from '../../../domain/selectie/pad.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { beroepen, maakProfiel } from '../../support/profielen.ts';
import { vraagObject } from '../../support/vraagobjecten.ts';
import { Willekeur } from '../../support/willekeur.ts';

type Json = Record<string, unknown>;
const { werkzoekende } = soorten;

let map: string;
beforeEach(async () => {
  map = await mkdtemp(join(tmpdir(), 'um-index-'));
});
afterEach(() => rm(map, { recursive: true }));

async function bouw(records: readonly Json[], postcodes: Postcodes): Promise<PublicatieIndex> {
  const opbouw = await PublicatieOpbouw.begin(werkzoekende, postcodes, map);
  const rijen = records.map((record) => ({
    record_id: String(record['idWerkzoekende']),
    inhoud: JSON.stringify(record),
  }));
  rijen.sort((a, b) => (a.record_id < b.record_id ? -1 : 1));
  await opbouw.voegToe(rijen);
  return opbouw.rondAf();
}

function selectieVan(vraag: unknown): Selectie {
  const { selectie, fouten } = leesSelectie(werkzoekende, vraag);
  if (!selectie) throw new Error(JSON.stringify(fouten));
  return selectie;
}

/** What the plain evaluation of every record says the answer is. */
function verwacht(records: readonly Json[], selectie: Selectie, postcodes: Postcodes): object {
  const { postcodeVeld } = werkzoekende;
  const gevonden = records
    .filter((record) => voldoet(selectie, record, postcodeVeld, postcodes))
    .map((record) => ({
      record,
      id: String(record['idWerkzoekende']),
      km: kilometers(selectie.gebied.postcode, haalOp(record, postcodeVeld), postcodes) ?? NaN,
    }))
    .sort((a, b) => a.km - b.km || (a.id < b.id ? -1 : 1));
  return {
    maximumAantalResultatenBereikt: gevonden.length > 100,
    matches: gevonden.slice(0, 100).map(({ record }) => werkzoekende.alsMatch(record)),
  };
}

const raster = leesPostcodes(
  // A grid around a middle, so that places at exactly the same distance occur.
  `postcode,latitude,longitude\n${[0, 1, 2]
    .flatMap((x) => [0, 1, 2].map((y) => `1${x}${y}0,52,${(5 + (x - 1) * 0.1 + (y - 1) * 0).toFixed(2)}`))
    .join('\n')}`,
);

describe.each<[string, Postcodes, readonly string[]]>([
  ['two-digit regions', postcoderegios, ['1000', '1001', '1100', '1200', '3500', '9900', '0999']],
  ['places at equal distances', raster, ['1000', '1010', '1100', '1110', '1200', '1210', '1220', '4444']],
])('the index answers as evaluating each record does: %s', (_, postcodes, gebieden) => {
  test.each([0, 1, 90, 600])('%i records', async (aantal) => {
    const w = new Willekeur(aantal);
    const records = Array.from({ length: aantal }, () => {
      const id = w.kies(['A', 'a', '_', '-', '.', '9']) + String(w.geheel(0, 1e9));
      return { ...maakProfiel(w, id, `${w.kies(gebieden)}AB`), naam: 'Zoë' };
    });
    const index = await bouw(records, postcodes);
    for (let i = 0; i < 150; i += 1) {
      const vraag = vraagObject(w, 'werkzoekende', {
        postcodes: gebieden.map((pc4) => `${pc4}ZZ`),
        beroepen,
      });
      const selectie = selectieVan(vraag);
      const antwoord = JSON.parse(
        index.antwoord(selectie, postcodes, (bytes) => Buffer.allocUnsafe(bytes)).toString(),
      ) as object;
      expect(antwoord).toEqual(verwacht(records, selectie, postcodes));
    }
    await index.sluit();
  });
});

test.each([1, 8, 9, 16, 17, 32, 33, 64, 65])(
  'of %i different values in a list, each finds its own record',
  async (aantal) => {
    const records = Array.from({ length: aantal }, (_, i) => ({
      idWerkzoekende: String(1000 + i),
      mobiliteit: { bemiddelingspostcode: '1000AB' },
      bemiddelingsberoep: [{ codeBeroepsnaam: `b${i}` }, { codeBeroepsnaam: 7 }],
    }));
    const index = await bouw(records, raster);
    const vind = (...codes: number[]): number[] =>
      index.zoek(
        selectieVan({
          selectiegebied: { postcode: '1000AB', afstand: 1 },
          bemiddelingsberoep: {
            $elemMatch: { $or: codes.map((i) => ({ 'beroep.codeBeroepsnaam': { $eq: `b${i}` } })) },
          },
        }),
        raster,
      ).plaatsen;
    for (let i = 0; i < aantal; i += 1) expect(vind(i)).toEqual([i]);
    expect(vind(0, aantal - 1)).toEqual(aantal === 1 ? [0] : [0, aantal - 1]);
    expect(vind(aantal)).toEqual([]);
    await index.sluit();
  },
);

test('values of a wrong type and records without a postcode do no harm', async () => {
  const vreemd: Json[] = [
    { idWerkzoekende: 'a' },
    { idWerkzoekende: 'b', mobiliteit: { bemiddelingspostcode: 1000 }, contractvorm: 'O' },
    {
      idWerkzoekende: 'c',
      mobiliteit: { bemiddelingspostcode: '1000AB' },
      contractvorm: [null, 'O', { codeTypeArbeidscontract: 1 }],
    },
  ];
  const index = await bouw(vreemd, raster);
  expect(index.aantal).toBe(1);
  const gebied = { selectiegebied: { postcode: '1000AB', afstand: 1 } };
  const O = { $elemMatch: { $or: [{ codeTypeArbeidscontract: { $eq: 'O' } }] } };
  expect(index.zoek(selectieVan(gebied), raster).plaatsen).toEqual([0]);
  expect(index.zoek(selectieVan({ ...gebied, contractvorm: O }), raster).plaatsen).toEqual([]);
  await index.sluit();
});

test('nothing of it can be seen in the folder, and order is insisted on', async () => {
  const opbouw = await PublicatieOpbouw.begin(werkzoekende, raster, map);
  await opbouw.voegToe([{ record_id: 'b', inhoud: '{}' }]);
  expect(await readdir(map)).toEqual([]);
  await expect(opbouw.voegToe([{ record_id: 'a', inhoud: '{}' }])).rejects.toThrow('order');
  await opbouw.verwerp();
});
