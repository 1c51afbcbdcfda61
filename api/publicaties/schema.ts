import { Type } from 'typebox';
import { soortNamen } from '../../domain/soorten/soort-naam.ts';
import { link, linksTekst, volgende } from '../links.ts';

const soort = Type.Enum([...soortNamen], { type: 'string', description: 'Soort records' });
const status = Type.Enum(['actief', 'vervangen', 'ingetrokken'], {
  type: 'string',
  description: 'actief: VUM vindt deze records; vervangen: er kwam een nieuwere; ingetrokken',
});
const tijdstip = (description: string) => Type.String({ format: 'date-time', description });
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
    verouderdSinds: Type.Optional(tijdstip('Sinds wanneer zij verouderd is')),
    wordtIngetrokkenOp: Type.Optional(
      tijdstip('Vanaf dan trekt UM de publicatie in, als er geen nieuwere is gekomen'),
    ),
  },
  { description: 'Van een actieve publicatie, als UM op veroudering let' },
);

export const publicatieSchema = Type.Object({
  id: Type.String({ format: 'uuid', description: 'Id van de publicatie' }),
  soort,
  status,
  aantal: Type.Integer({ description: 'Records in deze publicatie' }),
  gepubliceerdOp: tijdstip('Vanaf wanneer VUM deze records vindt'),
  beeindigdOp: Type.Optional(tijdstip('Tot wanneer VUM deze records vond')),
  verwijderdOp: Type.Optional(tijdstip('Wanneer het laatste record is verwijderd')),
  versheid: Type.Optional(versheid),
  aanleveringId: Type.String({ format: 'uuid', description: 'De aanlevering waar zij uit komt' }),
  _links: Type.Object({ self: link, aanlevering: link }, linksTekst),
});

export const publicatiesSchema = Type.Object({
  publicaties: Type.Array(publicatieSchema, { description: 'De publicaties, nieuwste eerst' }),
  volgende,
});
