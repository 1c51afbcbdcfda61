import type { JsonSchema } from '../soorten/json-schema.ts';
import { jsonSchema } from '../soorten/json-schema.ts';
import type { RecordInhoud, Soort } from '../soorten/soort.ts';
import { VOORBEELD } from './rij.ts';

/** A valid record with something in every field, for the rows that show how a template is filled in. */
export const voorbeeldVan = ({ schema, idVeld }: Soort): RecordInhoud => ({
  ...(waardeVoor(jsonSchema(schema)) as RecordInhoud),
  [idVeld]: VOORBEELD,
});

function waardeVoor(schema: JsonSchema): unknown {
  if (schema.properties !== undefined) {
    return Object.fromEntries(
      Object.entries(schema.properties).map(([naam, veld]) => [naam, waardeVoor(veld)]),
    );
  }
  if (schema.items !== undefined) return [waardeVoor(schema.items)];
  // The first code of many lists is "unknown": no example to follow.
  if (schema.enum !== undefined) return schema.enum.find((code) => Number(code) !== 0);
  if (schema.format === 'date') return '2026-01-31';
  if (schema.example !== undefined) return schema.example;
  return schema.type === 'integer' ? schema.minimum : `Voorbeeldtekst`;
}
