import { Type } from 'typebox';
import { volgende } from '../links.ts';

const tijdstip = (description: string) => Type.String({ format: 'date-time', description });

export const gebeurtenissenQuery = Type.Object(
  {
    actie: Type.Optional(Type.String({ maxLength: 60, description: 'Alleen deze actie' })),
    objectId: Type.Optional(Type.String({ maxLength: 500, description: 'Alleen dit object' })),
    actor: Type.Optional(Type.String({ maxLength: 200, description: 'Alleen van deze actor' })),
    vanaf: Type.Optional(tijdstip('Vanaf dit tijdstip (UTC)')),
    totEnMet: Type.Optional(tijdstip('Tot en met dit tijdstip (UTC)')),
    na: Type.Optional(Type.Integer({ minimum: 0, description: 'Ga verder na de gebeurtenis met dit id' })),
    limiet: Type.Integer({
      minimum: 1,
      maximum: 500,
      default: 100,
      description: 'Hoogstens zoveel gebeurtenissen',
    }),
  },
  { additionalProperties: false },
);

const gebeurtenisSchema = Type.Object({
  id: Type.Integer({ description: 'Volgnummer in het spoor van de gemeente, oplopend en zonder gaten' }),
  tijdstip: tijdstip('Wanneer het gebeurde (UTC)'),
  actor: Type.String({ description: 'Wie het deed' }),
  actie: Type.String({ description: 'Wat er gebeurde' }),
  objectSoort: Type.String({
    description:
      'Waarmee: aanlevering, publicatie, mapping, zoekvraag, detailvraag, retentie, of de soort van een record waarvan VUM een detail kreeg',
  }),
  objectId: Type.String({
    description: 'Id van dat object; van een detailvraag ‘id van de zoekvraag/id van de detailvraag’',
  }),
  uitkomst: Type.String({ description: 'gelukt, of de code van wat er misging' }),
  reden: Type.Optional(Type.String({ description: 'De opgegeven reden' })),
  correlatieId: Type.Optional(
    Type.String({ description: 'Kenmerk van het verzoek, om het in de logs terug te vinden' }),
  ),
});

export const gebeurtenissenSchema = Type.Object({
  gebeurtenissen: Type.Array(gebeurtenisSchema, { description: 'De gebeurtenissen, oudste eerst' }),
  volgende,
});
