import { Type } from 'typebox';
import { vumIDPatroon } from '../../activities/vum/antwoord-schema.ts';
import { volgende } from '../links.ts';

const vumID = Type.String({ pattern: vumIDPatroon, description: 'vumID van een match van deze zoekvraag' });

/** Characters that a reason needs, spaces around it left out. */
export const kortsteReden = 5;

export const nieuweDetailvraag = Type.Object(
  {
    vumID,
    reden: Type.String({
      minLength: kortsteReden,
      maxLength: 500,
      description: 'Waarom dit detail nodig is; voor de verantwoording, zonder persoonsgegevens',
    }),
  },
  {
    additionalProperties: false,
    example: { vumID: 'Zm9vYmFyMTIzNDU2Nzg5MA', reden: 'Bemiddeling naar een passende vacature' },
  },
);

export const detailSchema = Type.Object({
  id: Type.String({ description: 'Id van de detailvraag' }),
  vumID,
  bronID: Type.Optional(Type.String({ description: 'De bron die het detail gaf' })),
  soort: Type.String({ description: 'Soort van het record' }),
  detail: Type.Object(
    {},
    { additionalProperties: true, description: 'Het volledige profiel of de volledige vacature' },
  ),
  details: Type.Object(
    {
      gebruikt: Type.Integer({ description: 'Gevraagd en niet vrijgegeven' }),
      over: Type.Integer({ description: 'Hoeveel er nog mogen' }),
    },
    { description: 'Hoeveel details op deze zoekvraag zijn gevraagd, en hoeveel nog mogen' },
  ),
});

export const detailvragenQuery = Type.Object(
  {
    overslaan: Type.Integer({
      minimum: 0,
      // More than any zoekvraag has; a database takes no number of any size.
      maximum: 1_000_000,
      default: 0,
      description: 'Sla zoveel detailvragen over',
    }),
    limiet: Type.Integer({ minimum: 1, maximum: 500, default: 100, description: 'Hoogstens zoveel' }),
  },
  { additionalProperties: false },
);

export const detailvragenSchema = Type.Object({
  detailvragen: Type.Array(
    Type.Object({
      id: Type.String({ description: 'Id van de detailvraag' }),
      vumID: Type.Optional(Type.String({ description: 'Tot de zoekvraag is verlopen of beëindigd' })),
      reden: Type.String({ description: 'Waarom het detail is gevraagd' }),
      status: Type.Enum(['loopt', 'geleverd', 'vrijgegeven', 'geweigerd'], {
        type: 'string',
        description:
          'geleverd telt mee voor de tien; vrijgegeven (er kwam geen antwoord) en geweigerd tellen niet mee',
      }),
      gevraagdDoor: Type.String({ description: 'Wie het vroeg (sub in het token)' }),
      gevraagdOp: Type.String({ format: 'date-time', description: 'Wanneer het is gevraagd' }),
      gewijzigdOp: Type.String({
        format: 'date-time',
        description: 'Wanneer de status het laatst veranderde',
      }),
      fout: Type.Optional(
        Type.Object(
          {
            code: Type.String({ description: 'Vaste code van de fout' }),
            melding: Type.String({ description: 'Wat er misging en wat u kunt doen' }),
          },
          { description: 'Waarom er geen detail kwam' },
        ),
      ),
    }),
    { description: 'De detailvragen, oudste eerst' },
  ),
  volgende,
});
