import { IsDate } from 'typebox/format';
import { Check } from 'typebox/value';
import { isGroep, type JsonSchema } from '../soorten/json-schema.ts';
import type { Fout } from './fout.ts';
import {
  aantalMelding,
  bereikMelding,
  datumMelding,
  lengteMelding,
  typeMelding,
  vormMelding,
  waardeMelding,
} from './melding.ts';
import { elementPlek, leesbareNaam, type Plek, veldPlek } from './plek.ts';

/** More faults of one record help nobody, and a hostile record could hold millions. */
export const HOOGSTE_AANTAL = 100;

/**
 * Every way in which `waarde` breaks `schema`, in words. TypeBox decides whether a record is valid; this says
 * why not. TypeBox can list its errors too, but in the words of JSON Schema, eight at most, and far slower:
 * in a file with a wrong column every record comes here. Stops at the hundredth.
 */
export function alleSchemaFouten(schema: JsonSchema, waarde: unknown, plek: Plek): Fout[] {
  const fouten: Fout[] = [];
  for (const gevonden of schemaFouten(schema, waarde, plek)) {
    if (fouten.push(gevonden) === HOOGSTE_AANTAL) break;
  }
  return fouten;
}

function* schemaFouten(schema: JsonSchema, waarde: unknown, plek: Plek): Generator<Fout> {
  if (schema.anyOf !== undefined) {
    if (!Check(schema, waarde)) yield fout(plek, 'waarde', vormMelding(schema));
  } else if (!isVanType(schema, waarde)) {
    yield fout(plek, 'type', typeMelding(schema, waarde));
  } else if (isGroep(waarde)) {
    yield* groepFouten(schema, waarde, plek);
  } else if (Array.isArray(waarde)) {
    yield* lijstFouten(schema, waarde, plek);
  } else if (typeof waarde === 'string') {
    yield* tekstFouten(schema, waarde, plek);
  } else if (typeof waarde === 'number') {
    yield* getalFouten(schema, waarde, plek);
  }
}

function* groepFouten(
  { properties = {}, required = [], additionalProperties = true }: JsonSchema,
  groep: Readonly<Record<string, unknown>>,
  plek: Plek,
): Generator<Fout> {
  for (const naam of required) {
    if (groep[naam] === undefined) yield ontbreekt(veldPlek(plek, naam, properties[naam]));
  }
  for (const [naam, waarde] of Object.entries(groep)) {
    const schema = Object.hasOwn(properties, naam) ? properties[naam] : undefined;
    if (schema === undefined) {
      if (!additionalProperties) yield onbekendVeld(plek, naam, Object.keys(properties));
    } else if (waarde !== undefined) {
      yield* schemaFouten(schema, waarde, veldPlek(plek, naam, schema));
    }
  }
}

function* lijstFouten(schema: JsonSchema, elementen: readonly unknown[], plek: Plek): Generator<Fout> {
  if (elementen.length < (schema.minItems ?? 0)) yield fout(plek, 'lengte', aantalMelding(schema));
  for (const [index, element] of elementen.entries()) {
    yield* schemaFouten(schema.items ?? {}, element, elementPlek(plek, index, schema.title ?? plek.veld));
  }
}

function* tekstFouten(schema: JsonSchema, waarde: string, plek: Plek): Generator<Fout> {
  if (schema.enum?.includes(waarde) === false) yield fout(plek, 'waarde', waardeMelding(schema));
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(waarde)) {
    yield fout(plek, 'patroon', vormMelding(schema));
  }
  if (schema.format === 'date' && !IsDate(waarde)) yield fout(plek, 'datum', datumMelding);
  if (langerDan(waarde, schema.maxLength)) yield fout(plek, 'lengte', lengteMelding(schema));
}

function* getalFouten(schema: JsonSchema, waarde: number, plek: Plek): Generator<Fout> {
  if (schema.enum?.includes(waarde) === false) yield fout(plek, 'waarde', waardeMelding(schema));
  if (waarde < (schema.minimum ?? -Infinity) || waarde > (schema.maximum ?? Infinity)) {
    yield fout(plek, 'bereik', bereikMelding(schema));
  }
}

function isVanType({ type }: JsonSchema, waarde: unknown): boolean {
  if (type === undefined) return true;
  if (type === 'object') return isGroep(waarde);
  if (type === 'array') return Array.isArray(waarde);
  return type === 'integer' ? Number.isInteger(waarde) : typeof waarde === type;
}

/** JSON Schema counts Unicode code points, of which a character outside the basic plane is one. */
const langerDan = (tekst: string, hoogstens = Infinity): boolean =>
  tekst.length > hoogstens && Array.from(tekst).length > hoogstens;

function onbekendVeld(plek: Plek, naam: string, bekend: readonly string[]): Fout {
  const bedoeld = bekend.find((veld) => veld.toLowerCase() === naam.trim().toLowerCase());
  const remedie = bedoeld === undefined ? 'verwijder het' : `bedoeld is “${bedoeld}”`;
  const melding = `Het veld “${leesbareNaam(naam)}” bestaat niet in ${plek.veld}; ${remedie}.`;
  return { pad: veldPlek(plek, naam).pad, code: 'onbekend-veld', melding, ernst: 'fout' };
}

export const ontbreekt = (plek: Plek): Fout => fout(plek, 'verplicht', 'ontbreekt; dit veld is verplicht');

export const fout = ({ pad, veld }: Plek, code: string, gezegde: string): Fout => ({
  pad,
  code,
  melding: `${veld} ${gezegde}.`,
  ernst: 'fout',
});
