import type { CellErrorValue, CellValue } from 'exceljs';
import { celtekst } from '../../../domain/werkblad/celtekst.ts';
import type { Cel } from '../../aanlevering/tabel/tabel.ts';

/** A cell as ExcelJS takes it: never a formula, because a text is always written as a text. */
export interface Celwaarde {
  readonly waarde: CellValue;
  /** Number format; a text has that of a text, so that what is typed over it stays one (`0012`, `=x`). */
  readonly notatie: string;
}

const TEKST = '@';
const DAG = 86_400_000;
const NUL = Date.UTC(1899, 11, 30);
/** What Excel takes for the number of a date, and LibreOffice too, begins here; earlier dates stay texts. */
const EERSTE_DATUM = '1900-03-01';
const FOUTWAARDEN = new Set(['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#VALUE!', '#NUM!']);

/** The same value in a workbook of ours: read back it is what it was. */
export function celwaarde(cel: Cel): Celwaarde {
  switch (cel.soort) {
    case 'tekst':
      return alsTekst(cel.tekst);
    case 'getal':
      // Of a number with more digits than a double the digits are the value.
      if (Number.isInteger(cel.getal) && !Number.isSafeInteger(cel.getal)) return alsTekst(cel.tekst);
      return { waarde: cel.getal, notatie: cel.weergave === undefined ? 'General' : nullen(cel.weergave) };
    case 'datum':
      return datum(cel.tekst);
    case 'tijd':
      return { waarde: dagdeel(cel.tekst), notatie: metBreuk('[h]:mm:ss', cel.tekst) };
    case 'waar':
      return { waarde: cel.tekst === 'true', notatie: 'General' };
    case 'fout':
      // A formula without a result stays one that cannot be read, also when the file comes back as it is.
      if (cel.tekst === '') return { waarde: { error: '#N/A' }, notatie: 'General' };
      if (!FOUTWAARDEN.has(cel.tekst)) return alsTekst(cel.tekst);
      return { waarde: { error: cel.tekst } as CellErrorValue, notatie: 'General' };
  }
}

const alsTekst = (tekst: string): Celwaarde => ({ waarde: celtekst(tekst), notatie: TEKST });

/** `weergave` shows leading zeros: as many digits as it has. */
const nullen = (weergave: string): string =>
  /^\d+$/.test(weergave) ? '0'.repeat(weergave.length) : 'General';

function datum(tekst: string): Celwaarde {
  if (tekst < EERSTE_DATUM) return alsTekst(tekst);
  const heleDag = tekst.length === 10;
  const waarde = (Date.parse(heleDag ? `${tekst}T00:00:00Z` : `${tekst}Z`) - NUL) / DAG;
  return { waarde, notatie: heleDag ? 'dd-mm-yyyy' : metBreuk('dd-mm-yyyy hh:mm:ss', tekst) };
}

function dagdeel(tekst: string): number {
  const [uren = 0, minuten = 0, seconden = 0] = tekst.split(':').map(Number);
  return Math.round((uren * 3_600 + minuten * 60 + seconden) * 1_000) / DAG;
}

const metBreuk = (notatie: string, tekst: string): string =>
  tekst.includes('.') ? `${notatie}.000` : notatie;
