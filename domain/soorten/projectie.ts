import type { TSchema } from 'typebox';
import { isGroep, type JsonSchema, jsonSchema } from './json-schema.ts';
import type { RecordInhoud } from './soort.ts';

type Projectie = (waarde: unknown) => unknown;

/**
 * Makes the function that keeps of a record exactly what `schema` names, at every depth, and keeps it as it
 * is: empty strings, arrays and objects stay. It is made once for a schema and runs over whole publicaties.
 */
export function maakProjectie(schema: TSchema): (record: RecordInhoud) => RecordInhoud {
  const projecteer = projectieVan(jsonSchema(schema));
  return (record) => projecteer(record) as RecordInhoud;
}

function projectieVan(schema: JsonSchema): Projectie {
  if (schema.properties !== undefined) return groepProjectie(schema.properties);
  if (schema.items !== undefined) return lijstProjectie(projectieVan(schema.items));
  // Where a value is expected, a group could only smuggle in what the schema does not name.
  return (waarde) => (typeof waarde === 'object' ? undefined : waarde);
}

function groepProjectie(properties: Readonly<Record<string, JsonSchema>>): Projectie {
  const velden = Object.entries(properties).map(([naam, veld]) => [naam, projectieVan(veld)] as const);
  return (waarde) => {
    if (!isGroep(waarde)) return undefined;
    const gehouden: Record<string, unknown> = {};
    for (const [naam, projecteer] of velden) {
      const veld = waarde[naam];
      if (veld === undefined) continue;
      const inhoud = projecteer(veld);
      if (inhoud !== undefined) gehouden[naam] = inhoud;
    }
    return gehouden;
  };
}

function lijstProjectie(projecteer: Projectie): Projectie {
  return (waarde) => {
    if (!Array.isArray(waarde)) return undefined;
    const gehouden: unknown[] = [];
    for (const element of waarde) {
      const inhoud = projecteer(element);
      if (inhoud !== undefined) gehouden.push(inhoud);
    }
    return gehouden;
  };
}
