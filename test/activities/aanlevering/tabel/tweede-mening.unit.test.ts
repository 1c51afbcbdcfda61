import ExcelJS from 'exceljs';
import { describe, expect, test } from '@jest/globals';
import { leesXlsx } from '../../../../activities/aanlevering/tabel/xlsx/lees-xlsx.ts';
import { geheugenBestand } from '../../../support/geheugen-bestand.ts';
import { leesAlles } from '../../../support/lees-alles.ts';
import { Willekeur } from '../../../support/willekeur.ts';

/** What exceljs, which loads whole files, makes of a cell, in the words of our reader. */
function volgensExceljs({ value }: ExcelJS.Cell): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00.000Z$|(?:\.000)?Z$/, '');
  if (typeof value === 'object' && 'richText' in value)
    return value.richText.map(({ text }) => text).join('');
  if (typeof value === 'object' && 'error' in value) return value.error;
  if (typeof value === 'object' && 'result' in value) return JSON.stringify(value.result);
  if (typeof value === 'object') throw new Error('not used here');
  return String(value);
}

function waarde(w: Willekeur): ExcelJS.CellValue {
  const soort = w.geheel(0, 8);
  const n = w.geheel(0, 999_999_999);
  switch (soort) {
    case 0:
      return null;
    case 1:
      return n;
    case 2:
      return (n - 5e8) / 1024;
    case 3:
      return new Date(Date.UTC(1950 + (n % 100), n % 12, 1 + (n % 28), 0, 0, n % 2 === 0 ? 0 : n % 86_400));
    case 4:
      return n % 2 === 0;
    case 5:
      return { richText: [{ text: `vet ${n}`, font: { bold: true } }, { text: ' & <gewoon> ' }] };
    case 6:
      return { formula: 'A1+1', result: n };
    case 7:
      return { error: '#N/A' };
    default:
      return ` tekst "${n}" é€😀\nregel `;
  }
}

describe.each([1, 2, 3])('workbook %d', (zaad) => {
  test('reads as exceljs itself reads it', async () => {
    const w = new Willekeur(zaad);
    const werkmap = new ExcelJS.Workbook();
    if (zaad === 3) werkmap.properties.date1904 = true;
    for (const naam of ['Een', 'Twee & <drie>']) {
      const blad = werkmap.addWorksheet(naam);
      for (let rij = 1; rij <= 60; rij++) {
        if (w.kans(0.2)) continue;
        for (let kolom = 1; kolom <= 12; kolom++) blad.getCell(rij * 2, kolom).value = waarde(w);
      }
    }
    const bytes = await werkmap.xlsx.writeBuffer();
    const terug = new ExcelJS.Workbook();
    await terug.xlsx.load(bytes);
    const verwacht: unknown[] = [];
    for (const blad of terug.worksheets) {
      blad.eachRow((rij, nummer) => {
        const cellen = Array.from({ length: 12 }, (_, i) => volgensExceljs(rij.getCell(i + 1)));
        if (cellen.some((cel) => cel !== undefined)) verwacht.push([blad.name, nummer, cellen]);
      });
    }
    const gelezen = await leesAlles(leesXlsx(geheugenBestand(new Uint8Array(bytes), 1000)));
    expect(
      gelezen.map(({ blad, rij, cellen }) => [
        blad.naam,
        rij,
        Array.from({ length: 12 }, (_, i) => cellen[i]?.tekst),
      ]),
    ).toEqual(verwacht);
    expect(gelezen.length).toBeGreaterThan(50);
  });
});
