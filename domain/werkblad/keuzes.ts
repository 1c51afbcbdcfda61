import type { JsonSchema } from '../soorten/json-schema.ts';
import { talen } from '../waardelijsten/talen.ts';

/** What can be chosen for a field, by code and label. */
export interface Keuzes {
  readonly keuzes: readonly (readonly [code: string | number, label: string])[];
  /** Whether nothing else is allowed. */
  readonly gesloten: boolean;
}

/** The choices of an enumeration, or the best known codes of an open list; undefined where there are none. */
export function keuzesVan(schema: JsonSchema): Keuzes | undefined {
  const { enum: codes, 'x-labels': labels = {}, 'x-open-lijst': openLijst } = schema;
  if (codes !== undefined) {
    return { keuzes: codes.map((code) => [code, labels[`${code}`] ?? `${code}`]), gesloten: true };
  }
  return openLijst === 'talen' ? { keuzes: talen, gesloten: false } : undefined;
}

/** As the drop-down shows it: `1 - Ja`. */
export const keuzeTekst = ([code, label]: readonly [string | number, string]): string => `${code} - ${label}`;

/** The code that somebody meant with a code, a label or `code - label`, in capitals or not. */
export function zoekKeuze({ keuzes }: Keuzes, ingevuld: string): string | number | undefined {
  const tekst = plat(ingevuld);
  const gevonden =
    keuzes.find(([code]) => `${code}` === ingevuld.trim()) ??
    keuzes.find((keuze) => [`${keuze[0]}`, keuze[1], keuzeTekst(keuze)].map(plat).includes(tekst)) ??
    keuzes.find(([code]) => zonderNullen(`${code}`) === zonderNullen(tekst));
  return gevonden?.[0];
}

const plat = (tekst: string): string => tekst.replace(/\s+/g, ' ').trim().toLowerCase();

/** `1` is meant where the code is `01`; what is no number stays as it is. */
const zonderNullen = (tekst: string): string =>
  /^[0-9]+$/.test(tekst) ? tekst.replace(/^0+(?=.)/, '') : tekst;
