import { Type } from 'typebox';
import { soortNamen } from '../../domain/soorten/soort-naam.ts';
import { link, volgende } from '../links.ts';

const soort = Type.Union(
  soortNamen.map((naam) => Type.Literal(naam)),
  { description: 'Soort records' },
);
const status = Type.Union(
  (['actief', 'vervangen', 'ingetrokken'] as const).map((naam) => Type.Literal(naam)),
  { description: 'actief: VUM vindt deze records; vervangen: er kwam een nieuwere; ingetrokken' },
);
const tijdstip = Type.String({ format: 'date-time' });
export const publicatieParams = Type.Object({
  publicatieId: Type.String({ format: 'uuid', description: 'Id van de publicatie' }),
});

export const publicatiesQuery = Type.Object(
  {
    soort: Type.Optional(soort),
    status: Type.Optional(status),
    na: Type.Optional(Type.String({ format: 'uuid', description: 'Ga verder na deze publicatie' })),
    limiet: Type.Integer({ minimum: 1, maximum: 200, default: 100, description: 'Hoogstens zoveel' }),
  },
  { additionalProperties: false },
);

const versheid = Type.Object(
  {
    status: Type.Union(
      (['vers', 'verouderd'] as const).map((naam) => Type.Literal(naam)),
      { description: 'verouderd: lever de soort opnieuw aan' },
    ),
    verouderdSinds: Type.Optional(tijdstip),
    wordtIngetrokkenOp: Type.Optional(
      Type.String({
        format: 'date-time',
        description: 'Vanaf dan trekt UM de publicatie in, als er geen nieuwere is gekomen',
      }),
    ),
  },
  { description: 'Van een actieve publicatie, als UM op veroudering let' },
);

export const publicatieSchema = Type.Object({
  id: Type.String({ format: 'uuid' }),
  soort,
  status,
  aantal: Type.Integer({ description: 'Records in deze publicatie' }),
  gepubliceerdOp: tijdstip,
  beeindigdOp: Type.Optional(tijdstip),
  verwijderdOp: Type.Optional(
    Type.String({ format: 'date-time', description: 'Wanneer het laatste record is verwijderd' }),
  ),
  versheid: Type.Optional(versheid),
  aanleveringId: Type.String({ format: 'uuid' }),
  _links: Type.Object({ self: link, aanlevering: link }),
});

export const publicatiesSchema = Type.Object({
  publicaties: Type.Array(publicatieSchema),
  volgende,
});
