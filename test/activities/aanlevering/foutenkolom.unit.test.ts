import { describe, expect, test } from '@jest/globals';
import { leesCsv } from '../../../activities/aanlevering/tabel/csv/lees-csv.ts';
import { leesXlsx } from '../../../activities/aanlevering/tabel/xlsx/lees-xlsx.ts';
import { schrijfCsv } from '../../../activities/foutenbestand/csv/schrijf-csv.ts';
import { schrijfXlsx } from '../../../activities/foutenbestand/xlsx/schrijf-xlsx.ts';
import { geheugenBestand } from '../../support/geheugen-bestand.ts';
import { lever, type Tabel, werkmap } from '../../support/lever-tabel.ts';
import { maakOds } from '../../support/ods-maker.ts';
import { fout, foutenOp, Opvang } from '../foutenbestand/opvang.ts';

const ids = async (inhoud: Uint8Array | string) =>
  (await lever(inhoud)).records.map((record) => record['idWerkzoekende']);

const tabel = [
  ['Klantnummer', 'Postcode', 'Uren'],
  ['k1', '1012AB', 32],
  ['k2', '1012AB', 24],
] satisfies Tabel;

/** On the row of the heading itself, on one of a person, and on one from which the gemeente took the cell away. */
const fouten = [
  fout(1, null, 'Rij 1: Toestemming gegevens delen ontbreekt in een heel lange zin over dit alles'),
  fout(2, 2, 'Cel C2: Aantal werkuren moet een heel getal zijn'),
  fout(4, 5, 'Rij 4: Deze rij is geen record'),
];

describe('own columns that come back with their faults are read again, the column still there', () => {
  test('from a CSV file', async () => {
    const opvang = new Opvang();
    const csv = tabel.map((rij) => rij.join(';')).join('\n');
    await schrijfCsv(geheugenBestand(csv), leesCsv, foutenOp('', fouten), opvang);
    expect(opvang.inhoud.toString()).toContain('Uren;"Fouten\nRij 1: ');
    expect(await ids(opvang.inhoud)).toEqual(['k1', 'k2']);
  });

  test.each([
    ['below its heading', []],
    ['below a title', [['Overzicht', null, null], []]],
  ])('from a workbook, %s', async (_, erboven) => {
    const opvang = new Opvang();
    const inhoud = await werkmap({
      Noord: [...erboven, ...tabel],
      Zuid: tabel.map((rij) => rij.map((cel) => `${cel}`.replace('k', 'z'))),
    });
    await schrijfXlsx(
      geheugenBestand(inhoud),
      leesXlsx,
      foutenOp('Noord', fouten, 'Fouten (de eerste 10.000)'),
      opvang,
    );
    expect(await ids(opvang.inhoud)).toEqual(['k1', 'k2', 'z1', 'z2']);
  });

  test('from an .ods file that it was saved as', async () => {
    const cel = (inhoud: string | number): string =>
      `<table:table-cell office:value-type="string"><text:p>${inhoud}</text:p></table:table-cell>`;
    const rijen = tabel.map((rij, index) => [...rij, index === 0 ? 'Fouten' : `Rij ${index}: mis`]);
    const ods = maakOds(
      rijen.map((rij) => `<table:table-row>${rij.map(cel).join('')}</table:table-row>`).join(''),
    );
    expect(await ids(ods)).toEqual(['k1', 'k2']);
  });
});
