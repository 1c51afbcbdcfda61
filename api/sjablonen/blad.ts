import type { Cell, Column, PageSetup, Workbook, Worksheet } from 'exceljs';
import type { Blad, Kolom } from '../../domain/werkblad/blad.ts';
import { KOPRIJEN } from '../../domain/werkblad/herken-kop.ts';
import type { GeschrevenRij } from '../../domain/werkblad/schrijf-record.ts';
import { toelichting } from '../../domain/werkblad/toelichting.ts';
import { keuzesVan, keuzeTekst } from '../../domain/werkblad/keuzes.ts';
import { celtekst } from '../../domain/werkblad/celtekst.ts';
import type { Keuzelijsten } from './keuzelijsten.ts';

/** For who prints it: as many pages beside each other as it takes to be readable, each with the titles and the id. */
const LEESBAAR_AFGEDRUKT: Partial<PageSetup> = {
  orientation: 'landscape',
  scale: 70,
  pageOrder: 'overThenDown',
  printTitlesRow: '1:1',
  printTitlesColumn: 'A:A',
};
/**
 * Down to here a cell has its drop-down. Other programs, ExcelJS among them, hold a rule for every cell of the
 * range: down to the last row of a sheet that would cost gigabytes.
 */
const LAATSTE_KEUZERIJ = 2_000;
/** What Excel takes for the number of a date, and LibreOffice too, begins here; earlier dates stay texts. */
const EERSTE_DATUM = '1900-03-01';

/** One sheet of the template: titles, the names for programs in a hidden row, and the rows. */
export function schrijfBlad(
  werkmap: Workbook,
  blad: Blad,
  rijen: { readonly voorbeeld: readonly GeschrevenRij[]; readonly gevuld: readonly GeschrevenRij[] },
  lijsten: Keuzelijsten,
): void {
  const werkblad = werkmap.addWorksheet(blad.naam, {
    views: [{ state: 'frozen', xSplit: 1, ySplit: KOPRIJEN }],
    pageSetup: LEESBAAR_AFGEDRUKT,
  });
  for (const [index, kolom] of blad.kolommen.entries()) maakKolom(werkblad, index + 1, kolom, lijsten);
  const kop = werkblad.getRow(1);
  // The note at a heading gets the height of the rows beside it.
  kop.height = 60;
  werkblad.getRow(KOPRIJEN).hidden = true;
  for (const rij of rijen.voorbeeld) {
    const geschreven = werkblad.addRow(rij.map((waarde, index) => celinhoud(blad.kolommen[index], waarde)));
    geschreven.font = { italic: true, color: { argb: 'FF595959' } };
  }
  for (const rij of rijen.gevuld) {
    werkblad.addRow(rij.map((waarde, index) => celinhoud(blad.kolommen[index], waarde)));
  }
}

function maakKolom(werkblad: Worksheet, plaats: number, kolom: Kolom, lijsten: Keuzelijsten): void {
  const column = werkblad.getColumn(plaats);
  column.width = breedte(kolom);
  column.numFmt = notatie(kolom);
  const [titel, sleutel] = [werkblad.getCell(1, plaats), werkblad.getCell(KOPRIJEN, plaats)];
  titel.value = kolom.titel;
  titel.note = { texts: [{ text: toelichting(kolom) }], margins: { insetmode: 'auto' } };
  maakKop(titel, kolom.verplicht);
  sleutel.value = kolom.sleutel;
  sleutel.font = { color: { argb: 'FF808080' }, size: 8 };
  const lijst = lijsten.voor(kolom.schema);
  if (lijst) keuzelijst(werkblad, column, lijst);
}

function maakKop(cel: Cell, verplicht: boolean): void {
  cel.numFmt = '@';
  cel.font = { bold: true, color: { argb: 'FFFFFFFF' } };
  cel.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: verplicht ? 'FF01689B' : 'FF535353' } };
  cel.alignment = { wrapText: true, vertical: 'top' };
}

function keuzelijst(
  werkblad: Worksheet,
  { letter }: Pick<Column, 'letter'>,
  { formule, gesloten }: { readonly formule: string; readonly gesloten: boolean },
): void {
  const validaties = werkblad as Worksheet & {
    dataValidations: { add(adres: string, validatie: object): void };
  };
  validaties.dataValidations.add(`${letter}${KOPRIJEN + 1}:${letter}${LAATSTE_KEUZERIJ}`, {
    type: 'list',
    allowBlank: true,
    formulae: [formule],
    // A code alone is as good as a line of the list, so Excel may warn but not refuse.
    showErrorMessage: gesloten,
    errorStyle: 'warning',
    errorTitle: 'Niet uit de lijst',
    error: 'Kies uit de lijst. De code alleen, of de omschrijving alleen, is ook goed.',
  });
}

/** As text, so that no zero in front is lost and nothing is taken for a formula; numbers and dates as what they are. */
function notatie({ schema }: Kolom): string {
  if (keuzesVan(schema) !== undefined) return '@';
  if (schema.format === 'date') return 'dd-mm-yyyy';
  return schema.type === 'integer' ? '0' : '@';
}

function breedte({ schema, titel }: Kolom): number {
  if ((schema.maxLength ?? 0) > 500) return 50;
  const langste = Math.max(...(keuzesVan(schema)?.keuzes ?? []).map((keuze) => keuzeTekst(keuze).length), 0);
  return Math.min(40, Math.max(14, titel.length * 0.7, langste));
}

function celinhoud(
  kolom: Kolom | undefined,
  waarde: string | number | undefined,
): string | number | Date | null {
  if (kolom === undefined || waarde === undefined) return null;
  const keuze = keuzesVan(kolom.schema)?.keuzes.find(([code]) => code === waarde);
  if (keuze) return keuzeTekst(keuze);
  if (typeof waarde === 'number') return waarde;
  if (kolom.schema.format === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(waarde) && waarde >= EERSTE_DATUM) {
    return new Date(`${waarde}T00:00:00Z`);
  }
  return celtekst(waarde);
}
