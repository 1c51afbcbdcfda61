import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { leesOds } from '../../../activities/aanlevering/tabel/ods/lees-ods.ts';
import type { LeesTabel, Rij } from '../../../activities/aanlevering/tabel/tabel.ts';
import { leesXlsx } from '../../../activities/aanlevering/tabel/xlsx/lees-xlsx.ts';
import type { Fouten } from '../../../activities/foutenbestand/lees-fouten.ts';
import { schrijfXlsx } from '../../../activities/foutenbestand/xlsx/schrijf-xlsx.ts';
import { geheugenBestand } from '../../support/geheugen-bestand.ts';
import { leesAlles } from '../../support/lees-alles.ts';
import { maakOds } from '../../support/ods-maker.ts';
import { maakXlsx } from '../../support/xlsx-maker.ts';
import { fout, foutenOp, Opvang } from './opvang.ts';

async function terug(inhoud: Uint8Array, lees: LeesTabel, fouten: Fouten): Promise<Buffer> {
  const opvang = new Opvang();
  await schrijfXlsx(geheugenBestand(inhoud), lees, fouten, opvang);
  return opvang.inhoud;
}

const gelezen = (inhoud: Uint8Array, lees: LeesTabel = leesXlsx): Promise<Rij[]> =>
  leesAlles(lees(geheugenBestand(inhoud)));

async function metExceljs(inhoud: Buffer): Promise<ExcelJS.Workbook> {
  const werkmap = new ExcelJS.Workbook();
  await werkmap.xlsx.load(new Uint8Array(inhoud).buffer);
  return werkmap;
}

const zonderFouten = (rijen: readonly Rij[]) =>
  rijen.map(({ rij, verborgen, blad, cellen }) => ({
    rij,
    verborgen,
    blad,
    cellen: cellen.slice(0, 12).map((cel) => cel),
  }));

/** A cell of every sort, and what goes wrong easily: leading zeros, signs, white space, what XML cannot hold. */
async function bonteWerkmap(): Promise<Uint8Array> {
  const werkmap = new ExcelJS.Workbook();
  const blad = werkmap.addWorksheet('Profielen');
  blad.addRow([
    'Id',
    'Tekst',
    'Getal',
    'Datum',
    'Tijdstip',
    'Duur',
    'Ja',
    'Fout',
    'Nullen',
    'Rijk',
    'Lang',
    'Einde',
  ]);
  blad.addRow([]);
  const rij = blad.addRow([
    '0012',
    '=1+1',
    -12.5,
    new Date('2026-03-01T00:00:00Z'),
    new Date('2026-03-01T14:30:15Z'),
    1.5,
    true,
    { error: '#N/A' },
    12,
    { richText: [{ text: ' van ' }, { text: 'Dam\nen Zn. <&>"' }] },
    'x'.repeat(5_000),
    '@ _x000D_ +',
  ]);
  rij.getCell(5).numFmt = 'dd-mm-yyyy hh:mm:ss';
  rij.getCell(6).numFmt = '[h]:mm:ss';
  rij.getCell(9).numFmt = '0000';
  rij.hidden = true;
  for (let nummer = 4; nummer < 60; nummer++) blad.getCell(nummer * 7, 3).value = nummer;
  werkmap.addWorksheet('Leeg');
  const verborgen = werkmap.addWorksheet('Lijsten', { state: 'veryHidden' });
  verborgen.addRow(['a', 1]);
  return new Uint8Array(await werkmap.xlsx.writeBuffer());
}

test('every value, row number, hidden row and sheet comes back as it was', async () => {
  const begin = await bonteWerkmap();
  const inhoud = await terug(begin, leesXlsx, foutenOp('Profielen', [fout(3, 2, 'Cel C3: mis')]));
  const eigen = await gelezen(begin);
  expect(eigen).toHaveLength(59);
  expect(zonderFouten(await gelezen(inhoud))).toEqual(zonderFouten(eigen));
  const werkmap = await metExceljs(inhoud);
  expect(werkmap.worksheets.map(({ name, state }) => [name, state])).toEqual([
    ['Profielen', 'visible'],
    ['Leeg', 'visible'],
    ['Lijsten', 'hidden'],
  ]);
});

test('the faults stand behind the widest row, and the cells that they are about are marked', async () => {
  const begin = await bonteWerkmap();
  const fouten = foutenOp('Profielen', [
    fout(3, 0, 'Cel A3: dit is mis'),
    fout(3, 0, 'Cel A3: en dit', { ernst: 'waarschuwing' }),
    fout(3, null, 'Rij 3: het geheel'),
    fout(35, 1, 'Cel B35: ontbreekt', { ernst: 'waarschuwing' }),
    fout(500, null, 'Rij 500: leeg'),
  ]);
  const blad = (await metExceljs(await terug(begin, leesXlsx, fouten))).getWorksheet('Profielen');
  const foutkolom = blad?.getColumn(13);
  const gevuld: [number, unknown][] = [];
  foutkolom?.eachCell((cel, rij) => {
    if (cel.value !== null) gevuld.push([rij, cel.value]);
  });
  expect(gevuld).toEqual([
    [1, 'Fouten'],
    [3, 'Cel A3: dit is mis\nWaarschuwing: Cel A3: en dit\nRij 3: het geheel'],
    [35, 'Waarschuwing: Cel B35: ontbreekt'],
    [500, 'Rij 500: leeg'],
  ]);
  expect(blad?.getCell('A3').value).toBe('0012');
  expect(blad?.getCell('A3').fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
  expect(JSON.stringify(blad?.getCell('A3').note)).toContain(
    'Cel A3: dit is mis\\nWaarschuwing: Cel A3: en dit',
  );
  expect(blad?.getCell('B35').fill).toMatchObject({ fgColor: { argb: 'FFFFEB9C' } });
  expect(blad?.getCell('B3').fill).not.toMatchObject({ pattern: 'solid' });
  expect(blad?.getCell('B3').formula).toBeUndefined();
});

test('a sheet without faults gets no column, and a column of earlier faults is written anew', async () => {
  const begin = await bonteWerkmap();
  const eerst = await terug(begin, leesXlsx, foutenOp('Profielen', [fout(3, 0, 'oud')]));
  const daarna = await terug(
    eerst,
    leesXlsx,
    foutenOp('Profielen', [fout(35, 0, 'nieuw')], 'Fouten (de eerste 1)'),
  );
  const werkmap = await metExceljs(daarna);
  const blad = werkmap.getWorksheet('Profielen');
  expect([1, 3, 35].map((rij) => blad?.getCell(rij, 13).value)).toEqual([
    'Fouten (de eerste 1)',
    null,
    'nieuw',
  ]);
  expect(blad?.getCell(1, 14).value).toBeNull();
  expect(werkmap.getWorksheet('Lijsten')?.getCell(1, 3).value).toBeNull();
});

test('an .ods file comes back as .xlsx, with names of sheets that Excel allows', async () => {
  const tekst = (waarde: string) =>
    `<table:table-cell office:value-type="string"><text:p>${waarde}</text:p></table:table-cell>`;
  const datum =
    '<table:table-cell office:value-type="date" office:date-value="1850-05-01"><text:p>1-5-1850</text:p></table:table-cell>';
  const begin = maakOds(
    `<table:table-row>${tekst('Id')}${tekst('Datum')}</table:table-row><table:table-row table:number-rows-repeated="3"/><table:table-row table:visibility="collapse">${tekst('=x')}${datum}</table:table-row>`,
  );
  const inhoud = await terug(begin, leesOds, foutenOp('Blad1', [fout(5, 1, 'Cel B5: te oud')]));
  expect(await gelezen(inhoud)).toMatchObject([
    { rij: 1, cellen: [{ tekst: 'Id' }, { tekst: 'Datum' }, { tekst: 'Fouten' }] },
    {
      rij: 5,
      verborgen: true,
      cellen: [{ tekst: '=x' }, { tekst: '1850-05-01' }, { tekst: 'Cel B5: te oud' }],
    },
  ]);
});

test('a row at the far end of a sheet takes no more than the rows between', async () => {
  const cel = (adres: string) => `<c r="${adres}" t="inlineStr"><is><t>x</t></is></c>`;
  const begin = maakXlsx({
    rijen: `<row r="1">${cel('A1')}</row><row r="1048576">${cel('A1048576')}</row>`,
  });
  const inhoud = await terug(begin, leesXlsx, foutenOp('Blad1', [fout(1_048_576, 0, 'mis')]));
  expect((await gelezen(inhoud)).map(({ rij, cellen }) => [rij, cellen.length])).toEqual([
    [1, 2],
    [1_048_576, 2],
  ]);
});
