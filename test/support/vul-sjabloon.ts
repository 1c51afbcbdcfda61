import ExcelJS from 'exceljs';
import { maakSjabloon } from '../../api/sjablonen/sjabloon.ts';
import type { RecordInhoud, Soort } from '../../domain/soorten/soort.ts';

/** Cells by sheet and address: `{ Sector: { B4: 'x' } }`. */
type Cellen = Readonly<Record<string, Readonly<Record<string, string | number>>>>;

/** A template with these records, and then these cells typed over. The example is in row 3, so records begin in row 4. */
export async function vulIn(
  soort: Soort,
  records: readonly object[],
  cellen: Cellen,
): Promise<Uint8Array<ArrayBuffer>> {
  const werkmap = new ExcelJS.Workbook();
  const { buffer } = new Uint8Array(await maakSjabloon(soort, records as RecordInhoud[]));
  await werkmap.xlsx.load(buffer);
  for (const [blad, waarden] of Object.entries(cellen)) {
    const werkblad = werkmap.getWorksheet(blad);
    if (!werkblad) throw new Error(`No sheet ${blad}`);
    for (const [adres, waarde] of Object.entries(waarden)) werkblad.getCell(adres).value = waarde;
  }
  return new Uint8Array(await werkmap.xlsx.writeBuffer());
}
