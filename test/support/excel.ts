import ExcelJS from 'exceljs';

/** A workbook with one sheet of these rows, the first row first. */
export async function excel(
  rijen: readonly (readonly (string | number)[])[],
): Promise<Uint8Array<ArrayBuffer>> {
  const werkmap = new ExcelJS.Workbook();
  werkmap.addWorksheet('Klanten').addRows(rijen.map((rij) => [...rij]));
  return new Uint8Array(await werkmap.xlsx.writeBuffer());
}
