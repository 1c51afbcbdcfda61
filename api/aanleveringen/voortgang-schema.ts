import { Type } from 'typebox';

const fasen = [
  'ontvangst',
  'wacht',
  'controle',
  'voorbeeld',
  'goedkeuring',
  'samenvoegen',
  'publicatie',
  'opruimen',
  'klaar',
] as const;

export const voortgangSchema = Type.Object({
  fase: Type.Union(
    fasen.map((naam) => Type.Literal(naam)),
    {
      description:
        'ontvangst: het bestand komt binnen; wacht: in de rij; controle: wordt gelezen; voorbeeld: wordt vergeleken met wat VUM nu vindt; goedkeuring: wacht op een besluit; samenvoegen: wat niet verandert, wordt overgenomen (alleen bij mutaties); publicatie; opruimen: afgerond, het bestand wordt verwijderd; klaar',
    },
  ),
  toelichting: Type.String({ description: 'De fase, in een zin' }),
  gelezen: Type.Integer({ description: 'Gelezen records' }),
  geldig: Type.Integer({ description: 'Records zonder fouten' }),
  foutief: Type.Integer({ description: 'Records met een of meer fouten' }),
  zonderToestemming: Type.Integer({ description: 'Rijen van mensen die geen toestemming gaven' }),
  gepubliceerd: Type.Integer({ description: 'Records die VUM door deze aanlevering vindt' }),
  percentage: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 100, description: 'Hoever deze fase is, waar dat te zeggen is' }),
  ),
  verwachtKlaarOp: Type.Optional(
    Type.String({ format: 'date-time', description: 'Wanneer deze fase naar verwachting klaar is' }),
  ),
});

export const voorbeeldSchema = Type.Object(
  {
    nieuw: Type.Integer({ description: 'Vindt VUM nu niet' }),
    gewijzigd: Type.Integer({ description: 'Vindt VUM nu met andere waarden' }),
    ongewijzigd: Type.Integer({ description: 'Dezelfde velden met dezelfde waarden, in welke volgorde ook' }),
    verwijderd: Type.Integer({ description: 'Vindt VUM nu, en na publicatie niet meer' }),
    geweigerd: Type.Integer({ description: 'Met fouten' }),
    nietGevonden: Type.Integer({ description: 'Te verwijderen, maar VUM vindt ze niet' }),
    waarschuwing: Type.Optional(Type.String({ description: 'Als er opvallend veel verdwijnt' })),
  },
  { description: 'Wat publicatie verandert aan wat VUM vindt, in records' },
);
