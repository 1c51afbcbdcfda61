import type { JsonSchema } from '../soorten/json-schema.ts';
import type { Groep, Kolom, Weg } from './blad.ts';

/** A list inside an element: it gets a sheet of its own. */
export interface Lijst {
  readonly sleutel: string;
  readonly titel: string;
  readonly weg: Weg;
  readonly element: JsonSchema;
}

export interface Ontleding {
  readonly kolommen: readonly Kolom[];
  readonly groepen: readonly Groep[];
  readonly lijsten: readonly Lijst[];
}

/** What the element of a row consists of: a column for each value at any depth of groups, and the lists. */
export function ontleed(element: JsonSchema, sleutel: string, titel: string): Ontleding {
  if (element.properties === undefined) {
    const kolom = waardeKolom(element, sleutel, [], { groep: titel, verplicht: true });
    return { kolommen: [kolom], groepen: [], lijsten: [] };
  }
  return ontleedGroep(element, sleutel, []);
}

function ontleedGroep(schema: JsonSchema, sleutel: string, weg: Weg): Ontleding {
  const kolommen: Kolom[] = [];
  const lijsten: Lijst[] = [];
  const binnen: Groep[] = [];
  const groep = schema.title ?? '';
  let eigen: Kolom | undefined;
  for (const [naam, veld] of Object.entries(schema.properties ?? {})) {
    const veldWeg = [...weg, naam];
    const veldSleutel = sleutel === '' ? naam : `${sleutel}.${naam}`;
    if (veld.items !== undefined) {
      const titel = veld.title ?? naam;
      lijsten.push({ sleutel: `${veldSleutel}[]`, titel, weg: veldWeg, element: veld.items });
    } else if (veld.properties !== undefined) {
      const deel = ontleedGroep(veld, veldSleutel, veldWeg);
      kolommen.push(...deel.kolommen);
      binnen.push(...deel.groepen);
      lijsten.push(...deel.lijsten);
    } else {
      const verplicht = schema.required?.includes(naam) ?? false;
      const kolom = waardeKolom(veld, veldSleutel, veldWeg, { groep, verplicht });
      eigen ??= kolom;
      kolommen.push(kolom);
    }
  }
  if (eigen === undefined) throw new Error(`The group ${groep} has no value of its own to mark it empty by`);
  return { kolommen, groepen: [{ weg, kolom: eigen }, ...binnen], lijsten };
}

const waardeKolom = (
  schema: JsonSchema,
  sleutel: string,
  weg: Weg,
  { groep, verplicht }: Pick<Kolom, 'groep' | 'verplicht'>,
): Kolom => ({ rol: 'waarde', sleutel, titel: schema.title ?? sleutel, groep, weg, schema, verplicht });
