import { leesCsv } from './csv/lees-csv.ts';
import type { Formaat } from './herken/formaat.ts';
import { leesOds } from './ods/lees-ods.ts';
import type { LeesTabel } from './tabel.ts';
import { leesXlsx } from './xlsx/lees-xlsx.ts';

type TabelLezers = Readonly<
  Record<Exclude<Formaat, 'json' | 'ndjson'>, LeesTabel> & Partial<Record<Formaat, LeesTabel>>
>;

/** The reader of each format that is a table; JSON and NDJSON hold records instead. */
export const tabelLezers: TabelLezers = {
  xlsx: leesXlsx,
  ods: leesOds,
  csv: leesCsv,
};
