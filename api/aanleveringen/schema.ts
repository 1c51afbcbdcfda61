import { Type } from 'typebox';
import { aflopen } from '../../domain/aanleveringen/afloop.ts';
import { goedkeuringen, modi } from '../../domain/aanleveringen/wensen.ts';
import { mappingNaam } from '../mappingen/schema.ts';
import { soortNamen } from '../../domain/soorten/soort-naam.ts';
import { besluitSchema } from './besluit-schema.ts';
import { voorbeeldSchema, voortgangSchema } from './voortgang-schema.ts';
import { link, linksTekst, volgende } from '../links.ts';

const statussen = [
  'ontvangst',
  'wacht',
  'controle',
  'wacht-op-goedkeuring',
  'goedgekeurd',
  'gepubliceerd',
  ...aflopen,
] as const;

const soort = Type.Enum([...soortNamen], { type: 'string', description: 'Soort records' });
const status = Type.Enum([...statussen], {
  type: 'string',
  description:
    'ontvangst: het bestand komt binnen; wacht: in de rij; controle: wordt gelezen, gecontroleerd en vergeleken; wacht-op-goedkeuring: iemand moet besluiten; goedgekeurd: wordt gepubliceerd; gepubliceerd; afgekeurd: fouten in het bestand; ingehaald: een latere aanlevering was eerder gepubliceerd; mislukt: fout in UM; geannuleerd; afgewezen; vervallen: niemand besloot op tijd',
});
const ernst = Type.Enum(['fout', 'waarschuwing'], {
  type: 'string',
  description: 'Een waarschuwing houdt publicatie niet tegen',
});
const limiet = (maximum: number) =>
  Type.Integer({ minimum: 1, maximum, default: Math.min(maximum, 100), description: 'Hoogstens zoveel' });
const tijdstip = (description: string) => Type.String({ format: 'date-time', description });
const code = Type.String({ description: 'Vaste code van de fout' });
const melding = Type.String({ description: 'Wat er mis is en wat u kunt doen' });
const fouten = Type.Union([Type.Literal('weiger'), Type.Literal('sla-over')], {
  default: 'weiger',
  description:
    'weiger: één fout en er wordt niets gepubliceerd; sla-over: de goede records worden gepubliceerd',
});

export const aanleveringParams = Type.Object({
  aanleveringId: Type.String({ format: 'uuid', description: 'Id van de aanlevering' }),
});

const modus = Type.Union(
  modi.map((naam) => Type.Literal(naam)),
  {
    default: 'volledig',
    description:
      'volledig: het bestand vervangt de hele set; mutaties: het bestand voegt records toe, vervangt ze, of verwijdert ze (mutatie: verwijderen)',
  },
);
const goedkeuring = Type.Union(
  goedkeuringen.map((naam) => Type.Literal(naam)),
  {
    default: 'automatisch',
    description:
      'automatisch: meteen publiceren; handmatig: pas publiceren als iemand het voorbeeld heeft goedgekeurd; bij-waarschuwing: alleen wachten als het voorbeeld waarschuwt',
  },
);

export const leverAanQuery = Type.Object(
  {
    soort,
    fouten,
    modus,
    goedkeuring,
    mapping: Type.Optional({
      ...mappingNaam,
      description:
        'Lees het bestand met deze mapping (GET /v1/mappingen, of sonar); zonder kiest UM: het sjabloon, een mapping van de gemeente die past, of een voorstel dat zeker is',
    }),
  },
  { additionalProperties: false },
);

export const lijstQuery = Type.Object(
  {
    soort: Type.Optional(soort),
    status: Type.Optional(status),
    na: Type.Optional(Type.String({ format: 'uuid', description: 'Ga verder na deze aanlevering' })),
    limiet: limiet(200),
  },
  { additionalProperties: false },
);

export const foutenQuery = Type.Object(
  {
    code: Type.Optional(Type.String({ maxLength: 40, description: 'Alleen fouten met deze code' })),
    ernst: Type.Optional(ernst),
    na: Type.Optional(Type.Integer({ minimum: 0, description: 'Ga verder na de fout met dit volgnummer' })),
    limiet: limiet(500),
  },
  { additionalProperties: false },
);

export const aanleveringSchema = Type.Object({
  id: Type.String({ format: 'uuid', description: 'Id van de aanlevering' }),
  soort,
  status,
  fouten,
  modus,
  goedkeuring,
  aangeleverdDoor: Type.String({ description: 'Wie aanleverde (sub in het token)' }),
  aangeleverdOp: tijdstip('Wanneer is aangeleverd'),
  afgerondOp: Type.Optional(tijdstip('Wanneer de verwerking klaar was')),
  formaat: Type.Optional(Type.String({ description: 'Herkend aan de inhoud: json, ndjson, …' })),
  mapping: Type.Optional(Type.String({ description: 'De mapping waarmee u vroeg te lezen' })),
  bestand: Type.Object(
    {
      bytes: Type.Integer({ description: 'Grootte' }),
      sha256: Type.Optional(Type.String({ description: 'SHA-256 van de inhoud, hexadecimaal' })),
      gelezenBytes: Type.Integer({ description: 'Voortgang: tot hier is het bestand gelezen' }),
    },
    { description: 'Het bestand zoals het binnenkwam' },
  ),
  aantallen: Type.Object(
    {
      gelezen: Type.Integer({ description: 'Gelezen records' }),
      geldig: Type.Integer({ description: 'Records zonder fouten' }),
      foutief: Type.Integer({ description: 'Records met een of meer fouten' }),
      waarschuwingen: Type.Integer({ description: 'Bevindingen die publicatie niet tegenhouden' }),
      zonderToestemming: Type.Integer({
        description: 'Rijen van mensen die geen toestemming gaven: niet gepubliceerd, en geen fout',
      }),
      bewaardeFouten: Type.Integer({ description: 'De eerste 10.000 fouten worden bewaard' }),
      gepubliceerd: Type.Integer({ description: 'Records die VUM door deze aanlevering vindt' }),
    },
    { description: 'Wat er in het bestand zat' },
  ),
  voortgang: { ...voortgangSchema, description: 'Hoever de verwerking is' },
  voorbeeld: Type.Optional(voorbeeldSchema),
  goedkeurenVoor: Type.Optional(tijdstip('Daarna vervalt de aanlevering')),
  besluit: Type.Optional({ ...besluitSchema, description: 'Wat iemand over de aanlevering besloot' }),
  reden: Type.Optional(Type.Object({ code, melding }, { description: 'Waarom niet is gepubliceerd' })),
  publicatieId: Type.Optional(Type.String({ format: 'uuid', description: 'De publicatie die eruit kwam' })),
  foutenbestand: Type.Optional(
    Type.Object(
      { beschikbaarTot: tijdstip('Daarna is het verwijderd') },
      { description: 'Het eigen bestand met de fouten erin, zolang het wordt bewaard' },
    ),
  ),
  _links: Type.Object(
    {
      self: link,
      fouten: link,
      foutenbestand: Type.Optional(link),
      mapping: Type.Optional(link),
      publicatie: Type.Optional(link),
    },
    linksTekst,
  ),
});

export const aanleveringenSchema = Type.Object({
  aanleveringen: Type.Array(aanleveringSchema, { description: 'De aanleveringen, nieuwste eerst' }),
  volgende,
});

export const foutenSchema = Type.Object({
  totaal: Type.Integer({ description: 'Fouten en waarschuwingen, ook die niet zijn bewaard' }),
  aantallen: Type.Array(Type.Object({ code, ernst, aantal: Type.Integer({ description: 'Hoe vaak' }) }), {
    description: 'Alle fouten van deze aanlevering, geteld per code; ook die niet zijn bewaard',
  }),
  allesBewaard: Type.Boolean({ description: 'Nee, als er meer fouten zijn dan de 10.000 die UM bewaart' }),
  toelichting: Type.Optional(Type.String({ description: 'Hoeveel er zijn bewaard, als dat niet alle zijn' })),
  fouten: Type.Array(
    Type.Object({
      volgnummer: Type.Integer({ description: 'Om verder te bladeren (na); oplopend, niet aaneengesloten' }),
      regel: Type.Integer({ description: 'Regel in het bestand; 1 is de eerste' }),
      recordId: Type.Optional(Type.String({ description: 'Id van het record, als het er een heeft' })),
      pad: Type.String({ description: 'Plaats in het record, als JSON Pointer' }),
      plaats: Type.Optional(
        Type.Object(
          {
            blad: Type.Optional(Type.String({ description: 'Naam van het blad; niet bij CSV' })),
            rij: Type.Integer({ description: 'Zoals het rekenprogramma haar toont' }),
            kolom: Type.Optional(
              Type.String({ description: 'Letter van de kolom; niet als het om de hele rij gaat' }),
            ),
          },
          { description: 'De cel of rij, als het bestand een tabel is' },
        ),
      ),
      code,
      ernst,
      melding,
    }),
    { description: 'De bewaarde fouten, in de volgorde van het bestand' },
  ),
  volgende,
});
