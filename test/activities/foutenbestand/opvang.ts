import { Writable } from 'node:stream';
import type { AanleveringFoutRow } from '../../../db/tables.ts';
import type { Fouten } from '../../../activities/foutenbestand/lees-fouten.ts';

/** Where a writer leaves its file. */
export class Opvang extends Writable {
  readonly #stukken: Buffer[] = [];

  override _write(stuk: Buffer, _codering: string, klaar: () => void): void {
    this.#stukken.push(stuk);
    klaar();
  }

  get inhoud(): Buffer {
    return Buffer.concat(this.#stukken);
  }
}

type Fout = Partial<AanleveringFoutRow> & Pick<AanleveringFoutRow, 'melding'>;

export const fout = (rij: number, kolom: number | null, melding: string, meer: Partial<Fout> = {}): Fout => ({
  rij,
  kolom,
  melding,
  ...meer,
});

/** The faults of the sheet with this name. */
export function foutenOp(bladnaam: string, fouten: readonly Fout[], kop = 'Fouten'): Fouten {
  const rows = fouten.map((een, index): AanleveringFoutRow => ({
    id: index,
    aanlevering_id: 'a',
    regel: een.rij ?? 0,
    record_id: null,
    pad: '',
    code: 'type',
    ernst: 'fout',
    blad: bladnaam,
    rij: null,
    kolom: null,
    ...een,
  }));
  const perRij = Map.groupBy(rows, (row) => row.rij ?? row.regel);
  return { alle: rows, kop, opBlad: ({ naam }) => (naam === bladnaam ? perRij : new Map()) };
}
