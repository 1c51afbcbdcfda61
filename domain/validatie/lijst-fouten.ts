import { isGroep, jsonSchema, type JsonSchema } from '../soorten/json-schema.ts';
import type { Soort } from '../soorten/soort.ts';
import { oordeel, type OpenLijst, type OpenLijsten } from '../waardelijsten/open-lijst.ts';
import type { Fout } from './fout.ts';
import { elementPlek, type Plek, veldPlek, wortel } from './plek.ts';
import { fout } from './schema-fouten.ts';

/** The codes of a record that are not on their list. */
export type LijstControle = (record: unknown) => Fout[];

type Stap = (waarde: unknown, plek: Plek, fouten: Fout[]) => void;

/**
 * The check on codes of open lists, made once for a file; undefined where no copy of a list is configured, so that
 * there is nothing to check. A code of the wrong form is for the schema to tell.
 */
export function maakLijstControle(soort: Soort, lijsten: OpenLijsten): LijstControle | undefined {
  const schema = jsonSchema(soort.schema);
  const stap = maakStap(schema, lijsten);
  if (stap === undefined) return undefined;
  const begin = wortel(schema);
  return (record) => {
    const fouten: Fout[] = [];
    stap(record, begin, fouten);
    return fouten;
  };
}

function maakStap(schema: JsonSchema, lijsten: OpenLijsten): Stap | undefined {
  if (schema.properties !== undefined) return groepStap(schema.properties, lijsten);
  if (schema.items !== undefined) return lijstStap(schema, maakStap(schema.items, lijsten));
  const naam = schema['x-open-lijst'];
  return naam !== undefined && lijsten[naam].volledig ? codeStap(lijsten[naam], schema) : undefined;
}

function groepStap(properties: Readonly<Record<string, JsonSchema>>, lijsten: OpenLijsten): Stap | undefined {
  const stappen = Object.entries(properties).flatMap(([naam, schema]) => {
    const stap = maakStap(schema, lijsten);
    return stap === undefined ? [] : [{ naam, schema, stap }];
  });
  if (stappen.length === 0) return undefined;
  return (waarde, plek, fouten) => {
    if (!isGroep(waarde)) return;
    for (const { naam, schema, stap } of stappen) {
      if (waarde[naam] !== undefined) stap(waarde[naam], veldPlek(plek, naam, schema), fouten);
    }
  };
}

function lijstStap({ title }: JsonSchema, stap: Stap | undefined): Stap | undefined {
  if (stap === undefined) return undefined;
  return (waarde, plek, fouten) => {
    if (!Array.isArray(waarde)) return;
    for (const [index, element] of waarde.entries()) {
      stap(element, elementPlek(plek, index, title ?? plek.veld), fouten);
    }
  };
}

function codeStap(lijst: OpenLijst, { type, pattern }: JsonSchema): Stap {
  // Of a URI the contract says nothing but how long it may be.
  const kentVorm = type === 'integer' || pattern !== undefined;
  return (waarde, plek, fouten) => {
    if ((typeof waarde !== 'string' || waarde === '') && typeof waarde !== 'number') return;
    const gevonden = oordeel(lijst, waarde);
    if (gevonden === 'goed' || (gevonden === 'vorm' && (kentVorm || typeof waarde !== 'string'))) return;
    fouten.push(fout(plek, 'niet-op-lijst', `staat niet in ${lijst.titel}; kies een code uit die lijst`));
  };
}
