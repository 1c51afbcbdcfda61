import type { SoortNaam } from '../soorten/soort-naam.ts';
import type { Operator } from './selecteerbaar.ts';

/** One comparison with a value in the record, or in one element of a list. */
export interface Vergelijking {
  readonly pad: string;
  readonly operator: Operator;
  readonly waarde: string | number;
}

/** Some element of the list at `pad` satisfies every comparison of at least one of the alternatives. */
export interface Lijstvoorwaarde {
  readonly pad: string;
  readonly alternatieven: readonly (readonly Vergelijking[])[];
}

/** A search question as UM understands it: known conditions only, all of which must hold. */
export interface Selectie {
  readonly soort: SoortNaam;
  /** Kilometres around a postcode (`1234AB`). */
  readonly gebied: { readonly postcode: string; readonly afstand: number };
  readonly vergelijkingen: readonly Vergelijking[];
  readonly lijsten: readonly Lijstvoorwaarde[];
}

/** What is wrong with a search question; `pad` is a JSON Pointer into the `vraagObject`. */
export interface Selectiefout {
  readonly pad: string;
  readonly code: 'ontbreekt' | 'ongeldig';
  readonly melding: string;
}
