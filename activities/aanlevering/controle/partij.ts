import type { Telling } from '../../../db/aanleveringen.ts';
import type { FoutAantal, NieuweFout } from '../../../db/aanlevering-fouten.ts';
import type { NieuwRecord } from '../../../db/publicatie-records.ts';
import type { Verwijdering } from '../../../db/verwijderingen.ts';
import type { Leespunt } from '../lezer.ts';

/** Records that were read and validated, and are written together: all of them or none. */
export interface Partij {
  /** 0 is the first of this attempt. */
  readonly nummer: number;
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
