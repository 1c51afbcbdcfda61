import { describe, expect, test } from '@jest/globals';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { jsonSchema } from '../../domain/soorten/json-schema.ts';
import { soorten } from '../../domain/soorten/soorten.ts';
import { wortel } from '../../domain/validatie/plek.ts';
import { alleSchemaFouten } from '../../domain/validatie/schema-fouten.ts';
import { type Contract, leesContract } from './contract.ts';
import { type ContractSchema, mutaties, volledig } from './mutaties.ts';

const map = process.env['VUM_STANDARD_DIR'];
if (!map)
  console.warn('VUM_STANDARD_DIR is not set: the schemas are not compared with the official contracts');

const { werkzoekende, vacature } = soorten;
const vergelijkingen = [
  ['VUM-Bron-WerkzoekendeProfielen.yaml', 'Werkzoekende', werkzoekende.schema],
  ['VUM-Bron-WerkzoekendeProfielen.yaml', 'MPWerkzoekendeMatch', werkzoekende.matchSchema],
  ['VUM-Bron-WerkzoekendeProfielen.yaml', 'MPWerkzoekende', werkzoekende.vraagSchema],
  ['VUM-Bemiddelaar-WerkzoekendeProfielen.yaml', 'Werkzoekende', werkzoekende.schema],
  ['VUM-Bemiddelaar-WerkzoekendeProfielen.yaml', 'MPWerkzoekende', werkzoekende.vraagSchema],
  ['VUM-Bron-Vacatures.yaml', 'Vacature', vacature.schema],
  ['VUM-Bron-Vacatures.yaml', 'MPVacatureMatch', vacature.matchSchema],
  ['VUM-Bron-Vacatures.yaml', 'MPVacature', vacature.vraagSchema],
  ['VUM-Bemiddelaar-Vacatures.yaml', 'Vacature', vacature.schema],
  ['VUM-Bemiddelaar-Vacatures.yaml', 'MPVacature', vacature.vraagSchema],
] as const;

(map ? describe : describe.skip).each(vergelijkingen)('%s, %s', (bestand, naam, schema) => {
  const contract = (): Contract => leesContract(map ?? '', bestand);

  test('a value with every field of the contract is valid here, and the other way round', () => {
    const oordeel = contract().oordeel(naam);
    expect(Compile(schema).Check(volledig(contract().schema(naam)))).toBe(true);
    expect(oordeel(volledig(alsContract(schema)))).toBe(true);
  });

  test('every mutated value gets the verdict of the contract', () => {
    const oordeel = contract().oordeel(naam);
    const validator = Compile(schema);
    const verschillen: string[] = [];
    let aantal = 0;
    for (const { wat, waarde } of mutaties(contract().schema(naam))) {
      aantal++;
      if (oordeel(waarde) !== validator.Check(waarde) && !isBesloten(wat, waarde)) verschillen.push(wat);
    }
    expect(verschillen).toEqual([]);
    expect(aantal).toBeGreaterThan(300);
  });

  test('a fault is found exactly where the validator refuses', () => {
    const validator = Compile(schema);
    const json = jsonSchema(schema);
    const verschillen: string[] = [];
    for (const { wat, waarde } of mutaties(contract().schema(naam))) {
      const fouten = alleSchemaFouten(json, waarde, wortel(json));
      if (validator.Check(waarde) !== (fouten.length === 0)) verschillen.push(wat);
    }
    expect(verschillen).toEqual([]);
  });
});

/**
 * The one place where UM differs on purpose: the contract forbids unknown operators beside `$lt` here and
 * nowhere else, while the standard says that unknown operators are ignored.
 */
function isBesloten(wat: string, waarde: unknown): boolean {
  if (!wat.startsWith('/codeWerkEnDenkniveauMinimaal ')) return false;
  const niveau = (waarde as Record<string, object>)['codeWerkEnDenkniveauMinimaal'] ?? {};
  return '$lt' in niveau && Object.keys(niveau).some((operator) => operator !== '$lt' && operator !== '$gte');
}

/** Our own schema, read by the same generator. */
const alsContract = (schema: TSchema): ContractSchema => {
  const deel = (waarde: unknown): unknown =>
    JSON.parse(JSON.stringify(waarde).replaceAll('"anyOf":', '"oneOf":'));
  return deel(schema) as ContractSchema;
};
