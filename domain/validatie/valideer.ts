import { Compile } from 'typebox/compile';
import { jsonSchema } from '../soorten/json-schema.ts';
import type { Soort } from '../soorten/soort.ts';
import type { Fout } from './fout.ts';
import { eigenFouten } from './eigen-regels.ts';
import { wortel } from './plek.ts';
import { alleSchemaFouten, HOOGSTE_AANTAL } from './schema-fouten.ts';
import { maakTekstControle, tekstFout } from './tekst-fouten.ts';

type Validatie = (record: unknown) => Fout[];

/**
 * Everything that is wrong with this record, all at once (the first hundred): against the standard, and against
 * what UM demands beyond it. A record may be published when none of these is of `ernst` `fout`.
 */
export function valideer(soort: Soort, record: unknown): Fout[] {
  let validatie = validaties.get(soort);
  if (validatie === undefined) validaties.set(soort, (validatie = maakValidatie(soort)));
  return validatie(record);
}

/** Compiling a schema takes milliseconds; it is done at the first record of its kind. */
const validaties = new WeakMap<Soort, Validatie>();

function maakValidatie(soort: Soort): Validatie {
  const schema = jsonSchema(soort.schema);
  const validator = Compile(soort.schema);
  const controleerTekst = maakTekstControle(schema) ?? (() => []);
  const begin = wortel(schema);
  return (record) => {
    const fouten = validator.Check(record) ? [] : alleSchemaFouten(schema, record, begin);
    fouten.push(...eigenFouten(soort, record, fouten));
    for (const fout of controleerTekst(record)) fouten.push(tekstFout(schema, fout));
    return fouten.slice(0, HOOGSTE_AANTAL);
  };
}
