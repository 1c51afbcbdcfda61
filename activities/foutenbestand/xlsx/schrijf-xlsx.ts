import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import ExcelJS from 'exceljs';
import type { Bestand } from '../../aanlevering/bestand.ts';
import type { LeesTabel } from '../../aanlevering/tabel/tabel.ts';
import { leesBladvormen } from '../bladvormen.ts';
import type { Fouten } from '../lees-fouten.ts';
import { Foutenwijzer } from '../met-fouten.ts';
import { BladSchrijver } from './blad-schrijver.ts';
import { excelBladnaam } from './bladnamen.ts';
import { Stijlen } from './stijlen.ts';

/**
 * Writes a workbook again: every sheet, row and value where it was, a column of faults behind the sheets that have
 * any, and the faulty cells coloured, with the fault in a note. The first piece goes out after the whole file has
 * been looked through once, so that a file that cannot be read fails before anything is sent.
 */
export async function schrijfXlsx(
  bestand: Bestand,
  lees: LeesTabel,
  fouten: Fouten,
  uit: Writable,
): Promise<void> {
  const vormen = await leesBladvormen(bestand, lees);
  const werkmap = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: uit,
    useStyles: true,
    useSharedStrings: false,
    zip: { zlib: { level: 3 } },
  });
  const stijlen = new Stijlen();
  const namen = new Set<string>();
  const rijen = lees(bestand)[Symbol.asyncIterator]();
  let rij = await rijen.next();
  for (const vorm of vormen) {
    const wijzer = new Foutenwijzer(fouten.opBlad(vorm.blad));
    const schrijver = new BladSchrijver(werkmap, vorm, {
      naam: excelBladnaam(vorm.blad.naam, namen),
      kop: wijzer.leeg ? undefined : fouten.kop,
      stijlen,
    });
    for (; rij.done !== true && rij.value.blad.nummer === vorm.blad.nummer; rij = await rijen.next()) {
      for (const een of wijzer.tot(rij.value)) await schrijver.schrijf(een);
    }
    for (const een of wijzer.rest()) await schrijver.schrijf(een);
    schrijver.sluit();
  }
  await Promise.all([finished(uit), werkmap.commit()]);
}
