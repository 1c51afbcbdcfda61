import { jsonSchema, type JsonSchema } from '../soorten/json-schema.ts';
import type { Soort } from '../soorten/soort.ts';
import { HOOGSTE_NUMMER } from './kop.ts';

/** A name of a field; `[]` for the elements of the list before it. */
type Naamstap = string;

/** A value that a record can have, wherever it lies. */
export interface Veld {
  /** `arbeidsmarktkwalificatie.taalbeheersing[].codeTaal` */
  readonly sleutel: string;
  readonly stappen: readonly Naamstap[];
  /** From the outside in, of the groups and lists around it. */
  readonly groepen: readonly string[];
  readonly titel: string;
  readonly schema: JsonSchema;
  /** Whether it is the only value of the innermost list around it. */
  readonly enige: boolean;
}

const velden = new WeakMap<Soort, ReadonlyMap<string, Veld>>();

/** Every value of a soort by its key, in the order of the schema. */
export function veldenVan(soort: Soort): ReadonlyMap<string, Veld> {
  let gevonden = velden.get(soort);
  if (gevonden === undefined) {
    const lijst = [...alleVelden(jsonSchema(soort.schema), [], [], false)];
    velden.set(soort, (gevonden = new Map(lijst.map((veld) => [veld.sleutel, veld]))));
  }
  return gevonden;
}

function* alleVelden(
  schema: JsonSchema,
  stappen: readonly Naamstap[],
  groepen: readonly string[],
  enige: boolean,
): Generator<Veld> {
  if (schema.items !== undefined) {
    const eigenschappen = Object.keys(schema.items.properties ?? {}).length;
    yield* alleVelden(schema.items, [...stappen, LIJST], groepen, eigenschappen <= 1);
  } else if (schema.properties !== undefined) {
    const binnen = stappen.length === 0 ? [] : [...groepen, schema.title ?? ''];
    for (const [naam, deel] of Object.entries(schema.properties))
      yield* alleVelden(deel, [...stappen, naam], binnen, enige);
  } else {
    const titel = schema.title ?? stappen.at(-1) ?? '';
    yield { sleutel: alsSleutel(stappen), stappen, groepen, titel, schema, enige };
  }
}

export const LIJST = '[]';

/** A place in a record: names, numbers of elements (1 is the first), and `[]` for each part of a cell. */
export type Plaatsing = readonly (string | number)[];

/** `taalbeheersing.1.codeTaal`, `telefoonnummer[]`. */
export const alsSleutel = (stappen: Plaatsing): string => stappen.join('.').replaceAll('.[]', '[]');

/** The field of a path and its way through a record; undefined for a path that no record of this soort has. */
export function ontleedVeld(soort: Soort, pad: string): { veld: Veld; plaatsing: Plaatsing } | undefined {
  const plaatsing = pad
    .replaceAll('[]', '.[]')
    .split('.')
    .map((stap) => (/^[1-9][0-9]{0,2}$/.test(stap) ? Number(stap) : stap));
  if (plaatsing.some((stap) => typeof stap === 'number' && stap > HOOGSTE_NUMMER)) return undefined;
  const stappen = plaatsing.map((stap) => (typeof stap === 'number' ? LIJST : stap));
  const veld = veldenVan(soort).get(alsSleutel(stappen));
  return veld && { veld, plaatsing };
}

/** The path of a field with these numbers for its lists, from the outside in; the rest are the first elements. */
export function metNummers({ stappen }: Veld, nummers: readonly (number | typeof LIJST)[]): string {
  let lijst = 0;
  return alsSleutel(stappen.map((stap) => (stap === LIJST ? (nummers[lijst++] ?? 1) : stap)));
}

export const aantalLijsten = ({ stappen }: Veld): number => stappen.filter((stap) => stap === LIJST).length;
