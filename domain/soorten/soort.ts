import type { TSchema } from 'typebox';
import type { Selecteerbaar } from '../selectie/selecteerbaar.ts';
import type { SoortNaam } from './soort-naam.ts';

/** A record as it was delivered: plain JSON, validated or not. */
export type RecordInhoud = Readonly<Record<string, unknown>>;

/**
 * What every kind of record says of itself. Upload, publication, search and detail are written against this
 * alone; another kind is one more folder beside this file and one line in `soorten.ts`.
 */
export interface Soort {
  readonly naam: SoortNaam;
  /** For people: "werkzoekende" and "werkzoekenden". */
  readonly enkelvoud: string;
  readonly meervoud: string;
  /**
   * The whole record: what a bron answers to a detail request (bron contract 3.0.0). What UM demands beyond the
   * contract, such as an id, is in domain/validatie: answers of other bronnen need not meet it.
   */
  readonly schema: TSchema;
  /** What a match may hold (bron contract 3.0.0); the projection keeps exactly this. */
  readonly matchSchema: TSchema;
  /** The search question's `vraagObject` (the `MP…` schema of the contract): unknown fields are allowed. */
  readonly vraagSchema: TSchema;
  /** What a search question can ask of a record, declared in `selectie.ts` beside the schema. */
  readonly selecteerbaar: Selecteerbaar;
  /** Dotted path of the id that the gemeente gave the record. */
  readonly idVeld: string;
  /** Key of the field that is the id in a file that has no other: a number of the gemeente's own. */
  readonly vervangendIdVeld?: string;
  /** Dotted path of the postcode that a search area is measured to. */
  readonly postcodeVeld: string;
  /** What gemeenten call its fields in their own files, by the key of the field (`sector[].codeSbi`). */
  readonly synoniemen: Readonly<Record<string, readonly string[]>>;
  /** The record as a match: the same values, without the fields that only a detail may show. */
  readonly alsMatch: (record: RecordInhoud) => RecordInhoud;
  /** How the exchange spells this kind: its path without slashes, and the field that holds the record in VUM's detail answer. */
  readonly vum: { readonly pad: string; readonly detailVeld: string };
}
