import type { Plaats } from './herkomst.ts';
import type { GelezenWerkbladRecord } from './lees-record.ts';

/** Why a row is no record; of its cells nothing else is told. */
export interface GeenRecord {
  readonly code: string;
  readonly melding: string;
}

/** Such a row as the readers of records hand it out; `plaats`: the row, or the cell that gives it away. */
export const alsGeenRecord = ({ code, melding }: GeenRecord, plaats: Plaats): GelezenWerkbladRecord => ({
  rij: plaats.rij,
  record: undefined,
  fouten: [{ fout: { pad: '', code, melding, ernst: 'fout' }, plaats }],
  plaatsVan: () => undefined,
});
