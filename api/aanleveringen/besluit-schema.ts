import { Type } from 'typebox';

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
