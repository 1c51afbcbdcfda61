import type { JsonSchema } from '../soorten/json-schema.ts';
import type { Soort } from '../soorten/soort.ts';

/** Names of fields, from one group to a value, a group or a list inside it. */
export type Weg = readonly string[];

/** One column of a sheet. */
export interface Kolom {
  /**
   * `id`: the record that the row belongs to; `nummer`: the number of an element that rows of other sheets refer
   * to, its own or of the element that the row belongs to; `waarde`: a value.
   */
  readonly rol: 'id' | 'nummer' | 'waarde';
  /** For programs: `mobiliteit.bemiddelingspostcode`, `werkgever.contactpersoon[].emailadres[]`. */
  readonly sleutel: string;
  /** For people: the Dutch title of the field. */
  readonly titel: string;
  /** Title of the group that the field stands in. */
  readonly groep: string;
  /** From the element of the row to the value; empty where the element is the value itself. */
  readonly weg: Weg;
  readonly schema: JsonSchema;
  readonly verplicht: boolean;
}

/** A group of fields inside an element, or the element itself. */
export interface Groep {
  readonly weg: Weg;
  /** The first column that holds a value of the group itself: there it can be marked as empty. */
  readonly kolom: Kolom;
}

/** One sheet: the records themselves, or the elements of one repeating part of them. */
export interface Blad {
  /** On the tab; at most 31 characters, unique. */
  readonly naam: string;
  readonly titel: string;
  /** For programs: empty for the main sheet, else `werkgever.contactpersoon[]`. */
  readonly lijst: string;
  /** From an element of the parent's sheet to this list. */
  readonly weg: Weg;
  readonly ouder: Blad | undefined;
  /** The id, then the numbers from the outside in, then the values. */
  readonly kolommen: readonly Kolom[];
  readonly groepen: readonly Groep[];
  /** The own number of an element; only where another sheet refers to it. */
  readonly nummer: Kolom | undefined;
}

/** How the records of one soort lie on sheets: the main sheet first, every sheet after its parent. */
export interface Indeling {
  readonly soort: Soort;
  readonly hoofdblad: Blad;
  readonly deelbladen: readonly Blad[];
}
