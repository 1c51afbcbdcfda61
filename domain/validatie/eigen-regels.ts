import { isGroep, jsonSchema, type JsonSchema } from '../soorten/json-schema.ts';
import type { Soort } from '../soorten/soort.ts';
import { isBsn } from './bsn.ts';
import type { Fout } from './fout.ts';
import { type Plek, veldPlek, wortel } from './plek.ts';
import { fout, ontbreekt } from './schema-fouten.ts';

/**
 * What UM demands beyond the contract: an id, because a match and a detail are asked by it; an id that leads to
 * nobody; and, as a warning, a postcode, because every search starts from one.
 */
export function eigenFouten(soort: Soort, record: unknown, gevonden: readonly Fout[]): Fout[] {
  if (!isGroep(record)) return [];
  const fouten: Fout[] = [];
  const id = record[soort.idVeld];
  if (id === undefined || id === '') fouten.push(ontbreekt(plekVan(soort, soort.idVeld)));
  else if (isBsnAlsId(id)) fouten.push(fout(plekVan(soort, soort.idVeld), 'bsn-als-id', bsnAlsId));
  if (waardeVan(record, soort.postcodeVeld) === undefined) {
    const plek = plekVan(soort, soort.postcodeVeld);
    fouten.push({ ...fout(plek, 'geen-postcode', geenPostcode), ernst: 'waarschuwing' });
  }
  // The schema may have said it already, where the contract demands the same.
  return fouten.filter(
    ({ pad, code }) => code === 'bsn-als-id' || !gevonden.some((eerder) => eerder.pad === pad),
  );
}

const bsnAlsId =
  'is of lijkt een burgerservicenummer; gebruik een eigen nummer dat niet naar een persoon leidt';
const geenPostcode = 'ontbreekt; dit wordt wel gepubliceerd, maar niemand kan het vinden';

/** Also with the points that people put in a BSN, after `BSN`, or as a number instead of a text. */
function isBsnAlsId(id: unknown): boolean {
  if (typeof id !== 'string' && typeof id !== 'number') return false;
  return isBsn(`${id}`.replace(/^bsn/i, '').replace(/[._-]/g, ''));
}

function waardeVan(record: unknown, veld: string): unknown {
  return veld.split('.').reduce<unknown>((deel, naam) => (isGroep(deel) ? deel[naam] : undefined), record);
}

function plekVan(soort: Soort, veld: string): Plek {
  let schema: JsonSchema | undefined = jsonSchema(soort.schema);
  let plek = wortel(schema);
  for (const naam of veld.split('.')) {
    schema = schema?.properties?.[naam];
    plek = veldPlek(plek, naam, schema);
  }
  return plek;
}
