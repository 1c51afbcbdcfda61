import { Type } from 'typebox';

/** An error as RFC 9457 and the NL API Design Rules have it. */
export const problemSchema = Type.Object({
  type: Type.String({ description: 'Soort fout, als URN' }),
  title: Type.String({ description: 'Korte omschrijving' }),
  status: Type.Integer({ description: 'HTTP-status' }),
  detail: Type.String({ description: 'Wat er mis is en wat u kunt doen' }),
  code: Type.String({ description: 'Vaste code van de fout' }),
  correlatieId: Type.String({ description: 'Kenmerk om het verzoek in de logs terug te vinden' }),
  zoekvraagId: Type.Optional(
    Type.String({
      description: 'Van een zoekvraag die niet is beantwoord: haar id, om haar terug te vinden',
    }),
  ),
  errors: Type.Optional(
    Type.Array(
      Type.Object({
        in: Type.String({ description: 'Waar de fout zit: body, query, path of header' }),
        location: Type.Object(
          {
            pointer: Type.Optional(Type.String({ description: 'JSON Pointer, bij een fout in de inhoud' })),
            name: Type.Optional(Type.String({ description: 'Naam van de parameter of header' })),
          },
          { description: 'De plaats van de fout' },
        ),
        detail: Type.String({ description: 'Wat er mis is' }),
      }),
      { description: 'Alle fouten van het verzoek' },
    ),
  ),
});
