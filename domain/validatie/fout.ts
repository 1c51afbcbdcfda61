import type { Plaats } from '../werkblad/herkomst.ts';

/** What is wrong with one place in a record. Only a `fout` keeps a record from being published. */
export interface Fout {
  /** Where: a JSON Pointer into the record (`/mobiliteit/bemiddelingspostcode`), empty for the whole record. */
  readonly pad: string;
  /** A literal, stable code, such as `verplicht`, `patroon`, `bsn`. */
  readonly code: string;
  /** A Dutch sentence for a caseworker: what is wrong and what would be right. Holds no BSN. */
  readonly melding: string;
  readonly ernst: 'fout' | 'waarschuwing';
  /** The cell, or the row, of the file, where it has cells. */
  readonly plaats?: Plaats;
}
