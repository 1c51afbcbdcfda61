import { Type } from 'typebox';
import { OngeldigVerzoek } from '../../domain/errors.ts';
import { bevatBsn } from '../../domain/validatie/bsn.ts';

const keuze = Type.Union([Type.Literal('goedgekeurd'), Type.Literal('afgewezen')], {
  description: 'goedgekeurd: publiceren; afgewezen: er wordt niets gepubliceerd',
});

/** What somebody sends to decide on an upload. */
export const besluitBody = Type.Object(
  {
    besluit: keuze,
    reden: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 500,
        description: 'Waarom; komt in het spoor van gebeurtenissen. Geen persoonsgegevens',
      }),
    ),
  },
  {
    additionalProperties: false,
    example: { besluit: 'goedgekeurd', reden: 'De aantallen kloppen met ons systeem' },
  },
);

/** What was decided, as part of an upload. */
export const besluitSchema = Type.Object({
  besluit: keuze,
  reden: Type.Optional(Type.String({ description: 'De opgegeven reden' })),
  door: Type.String({ description: 'Wie besloot (sub in het token)' }),
  op: Type.String({ format: 'date-time', description: 'Wanneer is besloten' }),
});

/** A reason stays in the trail, and may not lead to a person. */
export function keurReden(reden = ''): void {
  if (!bevatBsn(reden)) return;
  const melding = 'bevat een burgerservicenummer; laat dat weg';
  throw new OngeldigVerzoek('Het verzoek bevat fouten; zie errors.', [
    { in: 'body', pad: '/reden', melding },
  ]);
}
