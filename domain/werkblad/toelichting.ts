import type { Kolom } from './blad.ts';
import { keuzesVan } from './keuzes.ts';

/** What a column is for and what may be filled in, in a few Dutch sentences: the note at its heading. */
export function toelichting({ rol, schema, groep, verplicht }: Kolom): string {
  const delen = [
    ...(schema.description === undefined ? [] : [schema.description]),
    ...(rol === 'nummer' ? [nummerUitleg] : []),
    ...vorm(schema),
    verplicht ? 'Verplicht.' : 'Mag leeg blijven.',
    ...(groep === '' ? [] : [`Onderdeel: ${groep}.`]),
  ];
  return delen.join('\n');
}

const nummerUitleg =
  'Een eigen nummer (1, 2, 3, …) waarmee rijen op andere bladen hiernaar verwijzen. Is er bij een ID maar één rij, dan mag het leeg blijven.';

function vorm(schema: Kolom['schema']): string[] {
  const keuzes = keuzesVan(schema);
  if (keuzes?.gesloten) return ['Kies uit de lijst. Ook de code alleen, of de omschrijving alleen, is goed.'];
  if (keuzes) return ['Kies uit de lijst, of vul een andere code van dezelfde vorm in.'];
  if (schema.format === 'date') return ['Een datum, zoals 31-01-2026.'];
  if (schema['x-verwacht'] !== undefined) return [`Dit ${schema['x-verwacht']}.`];
  if (schema.type === 'integer')
    return [`Een heel getal van ${schema.minimum ?? 0} tot en met ${schema.maximum ?? ''}.`];
  return schema.maxLength === undefined ? [] : [`Tekst van hoogstens ${schema.maxLength} tekens.`];
}
