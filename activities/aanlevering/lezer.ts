import type { Fout } from '../../domain/validatie/fout.ts';
import type { RecordInhoud } from '../../domain/soorten/soort.ts';
import type { Bestand } from './bestand.ts';
import type { Verdeling } from './controle/verdeling.ts';

/** The largest record in bytes. The official test profiles are 1.7 kB on average. */
export const grootsteRecord = 1024 * 1024;

/**
 * Where reading can go on after a crash: the byte and the line after the last record that was handed out. Of a
 * format that cannot be read from halfway `byte` is any number that rises with every record, the size at the end.
 */
export interface Leespunt {
  readonly byte: number;
  readonly regel: number;
}

/**
 * One record of a file with its line, in a table its row on the main sheet (1 is the first), or the faults that kept
 * it from being read. What could not be read stands in the record as it stands in the file, with a fault at its path.
 */
export interface GelezenRecord {
  readonly regel: number;
  /** The batch to which it belongs, see `Verdeling`. */
  readonly partij: number;
  readonly volgende: Leespunt;
  readonly record?: RecordInhoud;
  /** The JSON that the record was read from, where it was. */
  readonly json?: string;
  /** The file asks to delete the record with this id (see `leesMutatie`); of the rest of it nothing is needed. */
  readonly verwijderen?: boolean;
  /** The person did not consent: nothing of the record but its id may be used, and that only to delete it. */
  readonly zonderToestemming?: boolean;
  readonly fouten: readonly Fout[];
  /** The sheet of which `regel` is a row; absent where the file has no cells, empty in a CSV file. */
  readonly blad?: string;
  /** Says in the sentence of a fault where in the file it is, where a line alone does not tell. */
  readonly metPlaats?: (fout: Fout) => Fout;
}

/**
 * Turns a file into records, one at a time: those that `verdeling` gives to this reader, of a new one all. Throws
 * `OnleesbaarBestand` when the file as a whole cannot be read (wrong encoding, truncated, empty); what is wrong with
 * one record is a `Fout` on its line.
 */
export type Lezer = (
  bestand: Bestand,
  vanaf?: Leespunt,
  verdeling?: Verdeling,
) => AsyncIterable<GelezenRecord>;
