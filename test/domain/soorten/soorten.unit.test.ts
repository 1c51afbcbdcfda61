import { describe, expect, test } from '@jest/globals';
import { jsonSchema } from '../../../domain/soorten/json-schema.ts';
import { soortNamen } from '../../../domain/soorten/soort-naam.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { schemaVelden } from '../../support/schema-velden.ts';

describe.each(soortNamen)('the soort %s', (naam) => {
  const soort = soorten[naam];
  const alleVelden = new Map(schemaVelden(jsonSchema(soort.schema)));

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
    for (const [pad] of schemaVelden(jsonSchema(soort.matchSchema)))
      expect([...alleVelden.keys()]).toContain(pad);
  });
});
