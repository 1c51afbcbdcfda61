import ExcelJS from 'exceljs';
import { platgeslagen } from '../support/eigen-kolommen.ts';
import { Willekeur } from '../support/willekeur.ts';
import { maakWisselendProfiel } from './wisselend-profiel.ts';

const kolommen = 40;
/** Profiles to choose the columns by: those that are filled in most often. */
const proef = 500;

/** Writes made-up profiles as one sheet of forty columns of a gemeente's own, named after the fields. */
export async function schrijfWerkmap(pad: string, aantal: number): Promise<void> {
  const koppen = kiesKoppen();
  const werkmap = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: pad, useSharedStrings: true });
  const blad = werkmap.addWorksheet('Profielen');
  blad.addRow(koppen).commit();
  const w = new Willekeur(7);
  for (let i = 0; i < aantal; i++) {
    const profiel = platgeslagen(maakWisselendProfiel(w, `${w.geheel(1e8, 9e8).toString(16)}-${i}`));
    blad.addRow(koppen.map((kop) => profiel.get(kop) ?? null)).commit();
  }
  await werkmap.commit();
}

function kiesKoppen(): string[] {
  const w = new Willekeur(3);
  const keren = new Map<string, number>();
  for (let i = 0; i < proef; i++) {
    for (const kop of platgeslagen(maakWisselendProfiel(w, `p${i}`)).keys()) {
      keren.set(kop, (keren.get(kop) ?? 0) + 1);
    }
  }
  return [...keren]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, kolommen)
    .map(([kop]) => kop);
}
