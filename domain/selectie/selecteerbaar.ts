import type { Waardebereik } from './waarde.ts';

/** The comparisons of the standard: MongoDB's names and meaning. */
export const operatoren = ['$eq', '$gte', '$lte', '$lt'] as const;
export type Operator = (typeof operatoren)[number];

/** A field that a search question can compare, in the record or in one element of a list of the record. */
export interface SelecteerbareWaarde {
  /** The names under which a question may ask for it; the first is the official one. */
  readonly namen: readonly [string, ...string[]];
  /** Where the value stands, as dotted path from the record or the element. */
  readonly pad: string;
  readonly operatoren: Readonly<Partial<Record<Operator, Waardebereik>>>;
  /** A condition on an element means nothing without this field (the contract's `required`). */
  readonly verplicht?: true;
}

/**
 * A list in the record, of which one element must fit. `alle` is the standard's
 * `{$all: [{$elemMatch: {…}}, …]}` (each of these is found), `een-van` its `{$elemMatch: {$or: [{…}, …]}}`.
 */
export interface SelecteerbareLijst {
  readonly namen: readonly [string, ...string[]];
  readonly pad: string;
  readonly vorm: 'alle' | 'een-van';
  readonly waarden: readonly SelecteerbareWaarde[];
}

/** Everything a search question can ask of one soort, besides the search area that every question has. */
export interface Selecteerbaar {
  readonly waarden: readonly SelecteerbareWaarde[];
  readonly lijsten: readonly SelecteerbareLijst[];
  /** Whether the request body may hold more than `vraagObject`; the two contracts differ on this. */
  readonly naastVraagObject: 'toegestaan' | 'verboden';
}
