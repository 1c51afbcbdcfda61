import { describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { kiesLezer } from '../../../activities/aanlevering/kies-lezer.ts';
import { openWerkboek } from '../../../activities/aanlevering/open-werkboek.ts';
import { leesXlsx } from '../../../activities/aanlevering/tabel/xlsx/lees-xlsx.ts';
import { maakSjabloon } from '../../../api/sjablonen/sjabloon.ts';
import type { RecordInhoud, Soort } from '../../../domain/soorten/soort.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { valideer } from '../../../domain/validatie/valideer.ts';
import { indelingVan } from '../../../domain/werkblad/indeling.ts';
import { leesWerkboek } from '../../../domain/werkblad/lees-werkboek.ts';
import { voorbeeldVan } from '../../../domain/werkblad/voorbeeld.ts';
import { geheugenBestand } from '../../support/geheugen-bestand.ts';
import { leesAlles } from '../../support/lees-alles.ts';
import { officieleData, overgeslagen } from '../../support/officiele-data.ts';
import { alleBladen } from '../../support/werkboek.ts';

const { werkzoekende, vacature } = soorten;
const data = officieleData();

async function terug(soort: Soort, xlsx: Buffer): Promise<RecordInhoud[]> {
  const gelezen = await leesWerkboek(soort, await openWerkboek(geheugenBestand(xlsx), leesXlsx));
  if (!gelezen) throw new Error('Not recognised as a template');
  expect(gelezen.losse).toEqual([]);
  const records: RecordInhoud[] = [];
  for await (const { lees } of gelezen.records()) {
    const { record, fouten } = lees();
    expect(fouten).toEqual([]);
    records.push(record ?? {});
  }
  return records;
}

/** As ExcelJS reads it, which is not the reader that UM reads with. */
async function geopend(soort: Soort, records: RecordInhoud[] = []): Promise<ExcelJS.Workbook> {
  const werkmap = new ExcelJS.Workbook();
  const { buffer } = new Uint8Array(await maakSjabloon(soort, records));
  await werkmap.xlsx.load(buffer);
  return werkmap;
}

describe.each([werkzoekende, vacature])('the template of $meervoud', (soort) => {
  (data ? test : test.skip)(
    data ? 'filled with the official samples gives them back without loss' : overgeslagen,
    async () => {
      const records = data?.records[soort.naam] ?? [];
      expect(await terug(soort, await maakSjabloon(soort, records))).toEqual(records);
    },
    30_000,
  );

  test('is empty as long as nobody filled it in: the example is not read', async () => {
    expect(await terug(soort, await maakSjabloon(soort))).toEqual([]);
  });

  test('shows a valid example on every sheet', async () => {
    expect(valideer(soort, voorbeeldVan(soort))).toEqual([]);
    const werkmap = await geopend(soort);
    for (const { naam } of alleBladen(indelingVan(soort))) {
      expect([naam, werkmap.getWorksheet(naam)?.getCell('A3').text]).toEqual([naam, 'VOORBEELD']);
    }
  });

  test('explains how a record is deleted, and that works', async () => {
    const werkmap = await geopend(soort);
    const uitleg = werkmap.getWorksheet('Uitleg')?.getColumn(2).values ?? [];
    const stap = Array.from(uitleg, String).find((tekst) => tekst.includes('modus=mutaties')) ?? '';
    const [, naam = '', kop = '', woord = ''] =
      /op het blad “(.+?)” .* met de kop (\w+), en daarin “(\w+)”/.exec(stap) ?? [];
    const blad = werkmap.getWorksheet(naam);
    const plaats = (blad?.columnCount ?? 0) + 1;
    if (blad === undefined) throw new Error(`No sheet ${naam}`);
    blad.getCell(1, plaats).value = kop;
    blad.getCell('A4').value = 'weg-1';
    blad.getCell(4, plaats).value = woord;
    const bestand = geheugenBestand(new Uint8Array(await werkmap.xlsx.writeBuffer()));
    const { lees } = await kiesLezer(bestand, soort);
    expect(await leesAlles(lees(bestand))).toMatchObject([
      { record: { [soort.idVeld]: 'weg-1' }, verwijderen: true, fouten: [] },
    ]);
  });

  test('has a title, a note and a hidden name for programs above every column', async () => {
    const werkmap = await geopend(soort);
    for (const { naam, kolommen } of alleBladen(indelingVan(soort))) {
      const blad = werkmap.getWorksheet(naam);
      expect(blad?.getRow(2).hidden).toBe(true);
      expect(blad?.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 });
      for (const [index, { titel, sleutel }] of kolommen.entries()) {
        const kop = blad?.getCell(1, index + 1);
        expect([kop?.text, blad?.getCell(2, index + 1).text]).toEqual([titel, sleutel]);
        expect([titel, JSON.stringify(kop?.note)]).toEqual([titel, expect.stringMatching(/\w{3}/)]);
      }
    }
  });

  test('offers code and label where there is a list, down to row 2000', async () => {
    const werkmap = await geopend(soort);
    const blad = werkmap.getWorksheet('Taalbeheersing');
    expect(blad?.getCell('C2000').dataValidation).toMatchObject({ type: 'list', errorStyle: 'warning' });
    const [formule = ''] = blad?.getCell('C4').dataValidation.formulae as string[];
    const kolom = /\$([A-Z])\$1/.exec(formule)?.[1] ?? '';
    expect(werkmap.getWorksheet('Lijsten')?.getCell(`${kolom}1`).text).toBe('0 - Onbekend');
    expect(werkmap.getWorksheet('Lijsten')?.state).toBe('hidden');
  });
});

describe('what is written into a cell', () => {
  const record = (tekst: string): RecordInhoud => ({
    idWerkzoekende: '007',
    mobiliteit: { bemiddelingspostcode: '0123AB' },
    persoonlijkePresentatie: tekst,
    telefoonnummer: ['0612345678', '+31612345678'],
  });

  test.each([
    '=HYPERLINK("http://a.example")',
    '+31',
    '-1',
    '@SUM(A1)',
    'a\r\nb',
    'vertical\u000btab',
    '_x000D_ letterlijk',
    '  ruimte  ',
    '𝌆 <b>&amp;</b>',
  ])('comes back as it was, and is a text and no formula: %j', async (tekst) => {
    const werkmap = await geopend(werkzoekende, [record(tekst)]);
    const cel = werkmap.getWorksheet('Werkzoekenden')?.getCell('Q4');
    expect(cel?.type).toBe(ExcelJS.ValueType.String);
    expect(cel?.numFmt).toBe('@');
    expect(await terug(werkzoekende, await maakSjabloon(werkzoekende, [record(tekst)]))).toEqual([
      record(tekst),
    ]);
  });

  test('keeps the zeros in front, and dates before 1900 too', async () => {
    const oud = { ...record('x'), flexibiliteit: { datumEindeBeschikbaarVoorWerk: '0099-12-31' } };
    const nieuw = {
      ...record('y'),
      idWerkzoekende: '008',
      flexibiliteit: { datumEindeBeschikbaarVoorWerk: '9999-12-31' },
    };
    expect(await terug(werkzoekende, await maakSjabloon(werkzoekende, [oud, nieuw]))).toEqual([oud, nieuw]);
  });
});
