import type { JsonSchema } from '../soorten/json-schema.ts';

/*
 * What a value must be, as the end of a Dutch sentence that starts with the name of the field. None of them
 * repeats the value: it may be about a person.
 */

const soortWaarde = {
  object: 'een groep velden',
  array: 'een lijst',
  string: 'tekst',
  integer: 'een heel getal',
};

export function typeMelding({ type }: JsonSchema, waarde: unknown): string {
  if (waarde === null) return 'is leeg (null); laat het veld dan weg';
  const verwacht = type === undefined ? 'anders' : soortWaarde[type];
  if (type === 'integer' && typeof waarde === 'string')
    return `moet ${verwacht} zijn, zonder aanhalingstekens`;
  if (type === 'string' && typeof waarde === 'number')
    return `moet ${verwacht} zijn, tussen aanhalingstekens`;
  return `moet ${verwacht} zijn`;
}

/** A list that fits on a screen shows what its codes mean as well. */
const MET_LABELS = 8;

export function waardeMelding({ enum: codes = [], 'x-labels': labels = {} }: JsonSchema): string {
  const keuzes = codes.map((code) => {
    const label = labels[`${code}`];
    return label === undefined || codes.length > MET_LABELS ? `${code}` : `${code} (${label})`;
  });
  return keuzes.length === 1
    ? `moet ${keuzes.join()} zijn`
    : `moet een van deze codes zijn: ${keuzes.join(', ')}`;
}

export const bereikMelding = ({ minimum, maximum }: JsonSchema): string =>
  `moet een getal van ${minimum ?? 0} tot en met ${maximum ?? Infinity} zijn`;

export const lengteMelding = ({ maxLength }: JsonSchema): string =>
  `mag hoogstens ${maxLength ?? 0} tekens lang zijn`;

export const aantalMelding = ({ minItems }: JsonSchema): string =>
  `moet een lijst van minstens ${minItems ?? 0} zijn`;

export const vormMelding = ({ 'x-verwacht': verwacht }: JsonSchema): string =>
  verwacht ?? 'heeft niet de goede vorm';

export const datumMelding = 'moet een bestaande datum zijn, geschreven als JJJJ-MM-DD, zoals 2026-01-31';

/** Of a cell, in which a date may stand as people write it too; `geschreven`: the last of January, in that way. */
export const celdatumMelding = (geschreven = '31-1-2026'): string =>
  `moet een bestaande datum zijn, geschreven als ${geschreven} of als 2026-01-31`;
