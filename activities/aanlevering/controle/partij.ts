import type { Telling } from '../../../db/aanleveringen.ts';
import type { FoutAantal, NieuweFout } from '../../../db/aanlevering-fouten.ts';
import type { NieuwRecord } from '../../../db/publicatie-records.ts';
import type { Verwijdering } from '../../../db/verwijderingen.ts';
import type { Leespunt } from '../lezer.ts';

/** Records that were read and validated, and are written together: all of them or none. */
export interface Partij {
  readonly records: readonly NieuwRecord[];
  /** Records that the file asks to delete. */
  readonly verwijderingen: readonly Verwijdering[];
  /** Who did not consent, with the line that says so: no other line of the file may publish them. */
  readonly geweigerd: readonly Verwijdering[];
  /** Those that are to be kept. */
  readonly fouten: readonly NieuweFout[];
  /** All faults, counted by kind. */
  readonly aantallen: readonly FoutAantal[];
  /** The sheet that the lines of the records are rows of, where the file has cells. */
  readonly blad: string | undefined;
  readonly telling: Telling;
  /** Where reading goes on after this. */
  readonly volgende: Leespunt;
}

/** A batch on its way to storage, with the byte of the file up to which reading has come. */
export interface GelezenPartij extends Partij {
  readonly gelezenBytes: number;
}
