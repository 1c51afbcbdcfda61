import type { Telling } from '../../../db/aanleveringen.ts';
import type { NieuweFout } from '../../../db/aanlevering-fouten.ts';
import type { NieuwRecord } from '../../../db/publicatie-records.ts';
import type { Leespunt } from '../lezer.ts';

/** Records that were read and validated, and are written together: all of them or none. */
export interface Partij {
  readonly records: readonly NieuwRecord[];
  readonly fouten: readonly NieuweFout[];
  readonly telling: Telling;
  /** Where reading goes on after this. */
  readonly volgende: Leespunt;
}
