import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import ExcelJS from 'exceljs';
import { schrijfZip } from '../support/zip-schrijver.ts';

type Waarde = string | number | Date;

/** The same table for every format: ids and texts of their own, codes that come back, numbers and dates. */
function waarde(rij: number, kolom: number): Waarde {
  if (rij === 0) return `kolom ${kolom}`;
  if (kolom === 0) return `profiel-${rij}`;
  if (kolom % 10 === 1) return `toelichting ${rij} bij kolom ${kolom}`;
  if (kolom % 10 === 2) return new Date(Date.UTC(2020, 0, 1 + (rij % 2000)));
  return kolom % 10 < 5 ? (rij * kolom) % 60 : `code ${(rij + kolom) % 50}`;
}

export async function schrijfXlsx(pad: string, rijen: number, kolommen: number): Promise<void> {
  const werkmap = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: pad,
    useSharedStrings: true,
    useStyles: true,
  });
  const blad = werkmap.addWorksheet('Profielen');
  for (let rij = 0; rij < rijen; rij++) blad.addRow(kolomWaarden(rij, kolommen)).commit();
  await werkmap.commit();
}

export async function schrijfCsv(pad: string, rijen: number, kolommen: number): Promise<void> {
  const uit = createWriteStream(pad);
  for (let rij = 0; rij < rijen; rij++) {
    const regel = kolomWaarden(rij, kolommen).map((een) =>
      een instanceof Date ? een.toISOString() : String(een),
    );
    if (!uit.write(`${regel.join(';')}\r\n`)) await once(uit, 'drain');
  }
  uit.end();
  await once(uit, 'close');
}

export async function schrijfOds(pad: string, rijen: number, kolommen: number): Promise<void> {
  const urn = 'urn:oasis:names:tc:opendocument:xmlns';
  const kop = `<office:document-content xmlns:office="${urn}:office:1.0" xmlns:table="${urn}:table:1.0" xmlns:text="${urn}:text:1.0"><office:body><office:spreadsheet><table:table table:name="Profielen">`;
  const delen = [kop];
  for (let rij = 0; rij < rijen; rij++) {
    delen.push(`<table:table-row>${kolomWaarden(rij, kolommen).map(odsCel).join('')}</table:table-row>`);
  }
  delen.push('</table:table></office:spreadsheet></office:body></office:document-content>');
  const content = Buffer.from(delen.join(''));
  await writeFile(
    pad,
    schrijfZip([
      { naam: 'mimetype', inhoud: 'application/vnd.oasis.opendocument.spreadsheet' },
      { naam: 'content.xml', inhoud: content, pak: true },
    ]),
  );
}

function kolomWaarden(rij: number, kolommen: number): Waarde[] {
  return Array.from({ length: kolommen }, (_, kolom) => waarde(rij, kolom));
}

function odsCel(een: Waarde): string {
  if (typeof een === 'number') {
    return `<table:table-cell office:value-type="float" office:value="${een}"><text:p>${een}</text:p></table:table-cell>`;
  }
  if (een instanceof Date) {
    const dag = een.toISOString().slice(0, 10);
    return `<table:table-cell office:value-type="date" office:date-value="${dag}"><text:p>${dag}</text:p></table:table-cell>`;
  }
  return `<table:table-cell office:value-type="string"><text:p>${een}</text:p></table:table-cell>`;
}
