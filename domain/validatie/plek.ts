import type { JsonSchema } from '../soorten/json-schema.ts';
import { verbergBsn } from './bsn.ts';

/** One place in a record: for a program (`pad`) and for a caseworker (`veld`). */
export interface Plek {
  /** JSON Pointer (RFC 6901). */
  readonly pad: string;
  /** `Code taal (taalbeheersing 2)`. */
  readonly veld: string;
  /** The numbered element of a list that this place is in: `taalbeheersing 2`. */
  readonly element?: string;
}

export const wortel = (schema: JsonSchema): Plek => ({ pad: '', veld: schema.title ?? 'Het geheel' });

export function veldPlek(plek: Plek, naam: string, schema: JsonSchema = {}): Plek {
  const titel = schema.title ?? leesbareNaam(naam);
  return {
    ...plek,
    pad: `${plek.pad}/${ontsnap(leesbareNaam(naam))}`,
    veld: plek.element === undefined ? titel : `${titel} (${plek.element})`,
  };
}

/** `titel` is the list's own title; people count from one. */
export function elementPlek(plek: Plek, index: number, titel: string): Plek {
  const element = `${titel.charAt(0).toLowerCase()}${titel.slice(1)} ${index + 1}`;
  return { pad: `${plek.pad}/${index}`, veld: `${titel} ${index + 1}`, element };
}

/** The place at the end of this way through a schema: names of fields and indexes of elements. */
export function plekLangs(schema: JsonSchema, weg: readonly (string | number)[]): Plek {
  let plek = wortel(schema);
  let hier: JsonSchema = schema;
  for (const stap of weg) {
    if (typeof stap === 'number') {
      plek = elementPlek(plek, stap, hier.title ?? plek.veld);
      hier = hier.items ?? {};
    } else {
      hier = hier.properties?.[stap] ?? {};
      plek = veldPlek(plek, stap, hier);
    }
  }
  return plek;
}

/** A field name out of somebody's file: short, without a BSN, and without what a database cannot store. */
export function leesbareNaam(naam: string): string {
  const kort = naam.length <= 100 ? naam : `${naam.slice(0, 99)}…`;
  return verbergBsn(kort.toWellFormed().replaceAll('\0', '\uFFFD'));
}

const ontsnap = (naam: string): string => naam.replaceAll('~', '~0').replaceAll('/', '~1');
