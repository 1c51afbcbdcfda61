import { describe, expect, test } from '@jest/globals';
import { type JsonSchema, jsonSchema } from '../../../domain/soorten/json-schema.ts';
import { soortNamen } from '../../../domain/soorten/soort-naam.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';

/** Every field under a schema with its dotted path, through lists and groups. */
function* velden(schema: JsonSchema, pad = ''): Generator<readonly [string, JsonSchema]> {
  if (schema.items !== undefined) yield* velden(schema.items, pad);
  for (const [naam, veld] of Object.entries(schema.properties ?? {})) {
    const veldPad = pad === '' ? naam : `${pad}.${naam}`;
    yield [veldPad, veld];
    yield* velden(veld, veldPad);
  }
}

describe.each(soortNamen)('the soort %s', (naam) => {
  const soort = soorten[naam];
  const alleVelden = new Map(velden(jsonSchema(soort.schema)));

  test('goes by its own name', () => {
    expect(soort.naam).toBe(naam);
  });

  test('has its id and its postcode among its fields', () => {
    expect(alleVelden.get(soort.idVeld)?.type).toBe('string');
    expect(alleVelden.get(soort.postcodeVeld)?.pattern).toBeDefined();
  });

  test('names every field in Dutch, and every code of every list', () => {
    for (const [pad, veld] of alleVelden) {
      expect([pad, veld.title]).toEqual([pad, expect.stringMatching(/^[A-Z]/)]);
      const labels = new Set(Object.keys(veld['x-labels'] ?? {}));
      expect([pad, labels]).toEqual([pad, new Set((veld.enum ?? []).map(String))]);
    }
  });

  test('shows in a match only fields that the record has', () => {
    for (const [pad] of velden(jsonSchema(soort.matchSchema))) expect([...alleVelden.keys()]).toContain(pad);
  });
});
