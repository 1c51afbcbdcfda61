import type { JsonSchema } from '../../domain/soorten/json-schema.ts';

/** Every field under a schema with its dotted path, through lists and groups. */
export function* schemaVelden(schema: JsonSchema, pad = ''): Generator<readonly [string, JsonSchema]> {
  if (schema.items !== undefined) yield* schemaVelden(schema.items, pad);
  for (const [naam, veld] of Object.entries(schema.properties ?? {})) {
    const veldPad = pad === '' ? naam : `${pad}.${naam}`;
    yield [veldPad, veld];
    yield* schemaVelden(veld, veldPad);
  }
}
