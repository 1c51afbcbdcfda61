import { Type } from 'typebox';
import { soortNamen } from '../../domain/soorten/soort-naam.ts';
import { link, linksTekst, volgende } from '../links.ts';

const tijdstip = (description: string) => Type.String({ format: 'date-time', description });
const limiet = (maximum: number) =>
  Type.Integer({ minimum: 1, maximum, default: 100, description: 'Hoogstens zoveel' });
const vrijObject = (description: string) => Type.Object({}, { additionalProperties: true, description });

const status = Type.Enum(['loopt', 'beantwoord', 'mislukt', 'verlopen', 'beeindigd'], {
  type: 'string',
  description:
    'loopt: VUM wordt gevraagd; beantwoord: de matches zijn te lezen; mislukt: geen antwoord, zie fout; verlopen en beeindigd: de matches zijn verwijderd',
});

const zoekvraagId = Type.String({
  pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
  description: 'Id van de zoekvraag',
});

export const zoekvraagParams = Type.Object({ zoekvraagId });

export const nieuweZoekvraag = Type.Object(
  {
    soort: Type.Enum([...soortNamen], { type: 'string', description: 'Waarnaar gezocht wordt' }),
    vraagObject: vrijObject(
      'De selectievraag volgens VUM 3.0, zoals {"selectiegebied": {"postcode": "3511AB", "afstand": 100}}. Onbekende velden en operatoren worden genegeerd en niet doorgestuurd.',
    ),
    vernieuwen: Type.Optional(
      Type.Boolean({ description: 'Vraag VUM opnieuw, ook als er nog een geldig antwoord is' }),
    ),
  },
  { additionalProperties: false },
);

export const zoekvraagSchema = Type.Object({
  id: zoekvraagId,
  soort: Type.String({ description: 'Waarnaar gezocht wordt' }),
  status,
  vraagObject: vrijObject('De vraag zoals zij aan VUM wordt gesteld'),
  gesteldDoor: Type.String({ description: 'Wie de vraag stelde (sub in het token)' }),
  gesteldOp: tijdstip('Wanneer de vraag is gesteld'),
  beantwoordOp: Type.Optional(tijdstip('Wanneer VUM antwoordde')),
  verlooptOp: tijdstip('Wanneer de matches worden verwijderd'),
  verwijderdOp: Type.Optional(tijdstip('Wanneer de matches zijn verwijderd')),
  aantalMatches: Type.Optional(Type.Integer({ description: 'Hoeveel matches VUM gaf' })),
  maximumAantalResultatenBereikt: Type.Optional(
    Type.Boolean({ description: 'Een bron had meer matches dan hij mag geven' }),
  ),
  fout: Type.Optional(
    Type.Object(
      {
        code: Type.String({ description: 'Vaste code van de fout' }),
        melding: Type.String({ description: 'Wat er misging en wat u kunt doen' }),
      },
      { description: 'Waarom er geen antwoord is' },
    ),
  ),
  details: Type.Object(
    {
      gebruikt: Type.Integer({ description: 'Gevraagd en niet vrijgegeven' }),
      over: Type.Integer({ description: 'Hoeveel er nog mogen' }),
    },
    { description: 'Hoeveel details zijn gevraagd, en hoeveel nog mogen' },
  ),
  _links: Type.Object({ self: link, matches: link, detailvragen: link }, linksTekst),
});

export const zoekvragenQuery = Type.Object(
  {
    na: Type.Optional(Type.String({ format: 'uuid', description: 'Ga verder na de zoekvraag met dit id' })),
    limiet: limiet(500),
  },
  { additionalProperties: false },
);

export const zoekvragenSchema = Type.Object({
  zoekvragen: Type.Array(zoekvraagSchema, { description: 'De zoekvragen, nieuwste eerst' }),
  volgende,
});

export const matchesQuery = Type.Object(
  {
    na: Type.Integer({ minimum: 0, default: 0, description: 'Ga verder na zoveel matches' }),
    limiet: limiet(500),
  },
  { additionalProperties: false },
);

export const matchesSchema = Type.Object({
  status,
  matches: Type.Array(vrijObject('De match zoals VUM haar gaf, met haar vumID'), {
    description: 'De matches, in de volgorde van VUM',
  }),
  volgende,
});
