import { leesCsv } from './csv/lees-csv.ts';
import type { Formaat } from './herken/formaat.ts';
import { leesOds } from './ods/lees-ods.ts';
import type { LeesTabel } from './tabel.ts';
import { leesXlsx } from './xlsx/lees-xlsx.ts';

/** The reader of each format that is a table; JSON and NDJSON hold records instead. */
export const tabelLezers: Readonly<Partial<Record<Formaat, LeesTabel>>> = {
  xlsx: leesXlsx,
  ods: leesOds,
  csv: leesCsv,
};
