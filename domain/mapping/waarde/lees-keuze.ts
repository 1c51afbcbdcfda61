import type { JsonSchema } from '../../soorten/json-schema.ts';
import { waardeMelding } from '../../validatie/melding.ts';
import { zonderNulBreuk, zonderRekenrest } from '../../werkblad/heel-getal.ts';
import type { Cel, Celwaarde } from '../../werkblad/lees-cel.ts';
import { keuzesVan, zoekKeuze } from '../../werkblad/keuzes.ts';
import { kaal, schrijfwijzenVan } from './schrijfwijzen.ts';

/** The code that a text stands for: a code, a label, `code - label` or another way to write it. */
export type Keuzezoeker = (tekst: string) => string | number | undefined;

/** Different texts of one column that are remembered, and how long they may be; a column of a list has few. */
const ONTHOUDEN = 1_000;
const LANGST = 200;

/** Undefined for a field without a list. */
export function maakKeuzezoeker(schema: JsonSchema): Keuzezoeker | undefined {
  const keuzes = keuzesVan(schema);
  if (keuzes === undefined) return undefined;
  const schrijfwijzen = schrijfwijzenVan(schema);
  const eerder = new Map<string, string | number | undefined>();
  return (tekst) => {
    if (tekst.length > LANGST) return undefined;
    if (eerder.has(tekst)) return eerder.get(tekst);
    const gevonden = zoekKeuze(keuzes, zonderNulBreuk(tekst)) ?? schrijfwijzen.get(kaal(tekst));
    if (eerder.size < ONTHOUDEN) eerder.set(tekst, gevonden);
    return gevonden;
  };
}

/** What a cell may hold instead of a code to say that there is none. */
const geen =
  /^(?:geen|nee|niet|geen van deze|onbekend|niet bekend|niet ingevuld|n\.?v\.?t\.?|[-–—?]+|leeg)$/i;

/** The code of a closed list; a text that says that there is none is an empty cell. */
export function maakKeuzelezer(schema: JsonSchema, zoek: Keuzezoeker): (cel: Cel) => Celwaarde | undefined {
  // Made once: in a file with a wrong column every row needs it.
  const gezegde = waardeMelding(schema);
  return (cel) => {
    const { soort, tekst } = cel;
    const code = zoek(soort === 'waar' ? jaOfNee(tekst) : zonderRekenrest(cel));
    if (code !== undefined) return { waarde: code };
    return geen.test(tekst.trim()) ? undefined : { waarde: tekst, code: 'waarde', gezegde };
  };
}

const jaOfNee = (tekst: string): string => (tekst === 'true' ? 'Ja' : 'Nee');
