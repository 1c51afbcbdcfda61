import type { Modus } from '../../../domain/aanleveringen/wensen.ts';
import type { Soort } from '../../../domain/soorten/soort.ts';
import type { LijstControle } from '../../../domain/validatie/lijst-fouten.ts';

/** What the validation of a file needs to know of its upload. */
export interface Aanlevering {
  readonly soort: Soort;
  readonly modus: Modus;
  /** Where copies of open lists are configured. */
  readonly lijstControle?: LijstControle | undefined;
}
