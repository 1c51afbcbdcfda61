import { Type } from 'typebox';
import { mappingVelden } from '../../domain/mapping/mapping.ts';
import { soortNamen } from '../../domain/soorten/soort-naam.ts';
import { link, linksTekst } from '../links.ts';

const soort = Type.Enum(soortNamen, { description: 'Soort records' });
/** What a name of a mapping looks like. */
export const mappingNaam = Type.String({
  pattern: '^[a-z0-9][a-z0-9-]{0,59}$',
  description: 'Naam van de mapping: kleine letters, cijfers en streepjes',
});

export const mappingParams = Type.Object({ soort, naam: mappingNaam });

export const mappingenQuery = Type.Object({ soort: Type.Optional(soort) }, { additionalProperties: false });

const alleenLezen = { readOnly: true, description: 'Van UM; wordt genegeerd als u het meestuurt' };

const kolomoordeel = Type.Object({
  plaats: Type.String({ description: 'De kolom in het rekenblad, zoals C' }),
  kolom: Type.Optional(Type.String({ description: 'De kolomnaam; weg als die op een gegeven lijkt' })),
  hoe: Type.String({
    description:
      'exact, schrijfwijze of synoniem: herkend; gelijkend: bijna, kijk of het klopt; bsn, niet-uitgewisseld: wordt overgeslagen; toestemming, mutatie; dubbel: een andere kolom is dit al; onbekend',
  }),
  veld: Type.Optional(Type.String({ description: 'Het veld van de standaard' })),
  titel: Type.Optional(Type.String({ description: 'De naam van het veld in de standaard' })),
});

const vanUm = {
  naam: Type.Optional(Type.String(alleenLezen)),
  gewijzigdDoor: Type.Optional(Type.String(alleenLezen)),
  gewijzigdOp: Type.Optional(Type.String(alleenLezen)),
  gebruikt: Type.Optional(
    Type.Boolean({
      ...alleenLezen,
      description: 'Of het bestand hiermee is gelezen; anders is het een voorstel',
    }),
  ),
  herkomst: Type.Optional(Type.String({ ...alleenLezen, description: 'opgeslagen, ingebouwd of voorstel' })),
  herkenning: Type.Optional(
    Type.Array(kolomoordeel, { ...alleenLezen, description: 'Waar UM elke kolom voor aanziet' }),
  ),
  ontbreekt: Type.Optional(
    Type.Array(Type.String(), {
      ...alleenLezen,
      description: 'Velden zonder welke een record niet wordt gepubliceerd of gevonden',
    }),
  ),
  _links: Type.Optional(Type.Object({ self: link }, alleenLezen)),
};

/** What is saved. The members that UM adds may be sent back as they came. */
export const mappingBody = Type.Object(
  { ...mappingVelden, ...vanUm },
  {
    additionalProperties: false,
    example: {
      soort: 'werkzoekende',
      id: { kolom: 'Nr' },
      toestemming: { kolom: 'Mag gedeeld', waarden: ['Ja'] },
      kolommen: [{ kolom: 'PC', veld: 'mobiliteit.bemiddelingspostcode' }, { kolom: 'Opmerking' }],
    },
  },
);

export const mappingAntwoord = Type.Object({ ...mappingVelden, ...vanUm });

/** As a saved mapping, but a proposal may lack the id. */
export const voorstelAntwoord = Type.Object({
  ...mappingVelden,
  id: Type.Optional(mappingVelden.id),
  ...vanUm,
});

export const mappingenAntwoord = Type.Object({
  mappingen: Type.Array(
    Type.Object({
      soort,
      naam: Type.String({ description: 'Naam van de mapping' }),
      gewijzigdDoor: Type.String({ description: 'Wie haar het laatst wijzigde (sub in het token)' }),
      gewijzigdOp: Type.String({ format: 'date-time', description: 'Wanneer dat was' }),
      _links: Type.Object({ self: link }, linksTekst),
    }),
    { description: 'De mappingen, op soort en naam' },
  ),
});

export const voorstelVraag = Type.Object(
  {
    soort,
    kolommen: Type.Array(Type.String({ maxLength: 200 }), {
      minItems: 1,
      maxItems: 1000,
      description: 'De kolomnamen van het bestand, van links naar rechts',
    }),
  },
  { additionalProperties: false, example: { soort: 'werkzoekende', kolommen: ['Nr', 'PC'] } },
);
