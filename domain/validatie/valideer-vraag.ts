import { isGroep, jsonSchema } from '../soorten/json-schema.ts';
import type { Soort } from '../soorten/soort.ts';
import type { Fout } from './fout.ts';
import { wortel } from './plek.ts';
import { alleSchemaFouten, fout } from './schema-fouten.ts';

/** The deepest condition of the contract stands at level six. */
const DIEPSTE_NIVEAU = 20;

/**
 * What is wrong with a search question by the `MP…` schema of the contract. As the standard has it: unknown
 * fields and operators are accepted, and an empty text, list or object counts as absent.
 */
export function valideerVraag(soort: Soort, vraagObject: unknown): Fout[] {
  const schema = { title: 'Het vraagObject', ...jsonSchema(soort.vraagSchema) };
  const begin = wortel(schema);
  if (isDieperDan(vraagObject, DIEPSTE_NIVEAU)) {
    return [fout(begin, 'te-diep', `mag hoogstens ${DIEPSTE_NIVEAU} niveaus diep zijn`)];
  }
  const vraag = zonderLege(vraagObject);
  return alleSchemaFouten(schema, vraag === undefined ? {} : vraag, begin);
}

function isDieperDan(waarde: unknown, niveaus: number): boolean {
  if (typeof waarde !== 'object' || waarde === null) return false;
  return niveaus === 0 || Object.values(waarde).some((deel) => isDieperDan(deel, niveaus - 1));
}

/**
 * The value without what counts as absent; undefined where nothing is left. An empty element of a list stays,
 * as an empty condition, so that a fault after it still points at the right element.
 */
function zonderLege(waarde: unknown): unknown {
  if (waarde === '') return undefined;
  if (Array.isArray(waarde)) {
    const elementen = waarde.map(zonderLege);
    return elementen.every((element) => element === undefined)
      ? undefined
      : elementen.map((element) => (element === undefined ? {} : element));
  }
  if (!isGroep(waarde)) return waarde;
  const velden = Object.entries(waarde)
    .map(([naam, veld]) => [naam, zonderLege(veld)] as const)
    .filter(([, veld]) => veld !== undefined);
  return velden.length === 0 ? undefined : Object.fromEntries(velden);
}
