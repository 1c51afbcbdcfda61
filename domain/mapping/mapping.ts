import Type, { type Static } from 'typebox';
import { soortNamen } from '../soorten/soort-naam.ts';

/*
 * A mapping as it is proposed, saved and used: one schema for the reader, the database and the API.
 *
 * A field is named by its path: `mobiliteit.bemiddelingspostcode`. In a list an element has a number
 * (`arbeidsmarktkwalificatie.taalbeheersing.2.codeTaal`), or the list gets an element for each part of the cell
 * (`arbeidsmarktkwalificatie.rijbewijs[].codeSoortRijbewijs`).
 */

const kop = Type.String({
  minLength: 1,
  maxLength: 200,
  description:
    'De naam van de kolom zoals die in het bestand staat; hoofdletters, spaties en leestekens tellen niet mee',
});
const veld = Type.String({
  minLength: 1,
  maxLength: 300,
  description:
    'Het veld van de standaard: mobiliteit.bemiddelingspostcode, taalbeheersing met een nummer (arbeidsmarktkwalificatie.taalbeheersing.1.codeTaal), of met [] voor een lijst in één cel (telefoonnummer[])',
});
const waarde = (description: string) =>
  Type.Union([Type.String({ maxLength: 2000 }), Type.Integer()], { description });

const vertaling = Type.Object(
  {
    van: Type.String({ maxLength: 200, description: 'Wat er in de cel staat' }),
    naar: Type.Optional(waarde('De waarde van de standaard; zonder: alsof de cel leeg is')),
  },
  { additionalProperties: false },
);

const kolomregel = Type.Object(
  {
    kolom: kop,
    veld: Type.Optional(veld),
    scheiding: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 10 }), {
        minItems: 1,
        maxItems: 10,
        description: 'Wat de delen van een lijst in één cel scheidt; alleen bij een veld met []',
      }),
    ),
    waarden: Type.Optional(
      Type.Array(vertaling, { maxItems: 1000, description: 'Eigen waarden en wat ze betekenen' }),
    ),
    datumvolgorde: Type.Optional(
      Type.Union([Type.Literal('dag-maand-jaar'), Type.Literal('maand-dag-jaar')], {
        description: 'Hoe een datum als tekst geschreven is; jaar-maand-dag wordt altijd begrepen',
      }),
    ),
    eenheid: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 30,
        description: 'Wat achter een getal mag staan, zoals uur of km',
      }),
    ),
  },
  {
    additionalProperties: false,
    description: 'Een kolom van het bestand; zonder veld wordt zij overgeslagen',
  },
);

const vasteWaarde = Type.Object(
  { veld, waarde: waarde('De waarde van de standaard') },
  {
    additionalProperties: false,
    description: 'Een waarde voor elk record; in een lijst alleen waar het bestand dat element vult',
  },
);

const id = Type.Object(
  {
    kolom: kop,
    pseudoniem: Type.Optional(
      Type.Boolean({
        description: 'Maak van de waarde een id dat niet is terug te rekenen; nodig voor een kolom met BSN',
      }),
    ),
  },
  { additionalProperties: false, description: 'De kolom die zegt welk record het is' },
);

const toestemming = Type.Object(
  {
    kolom: kop,
    waarden: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 100 }), {
        minItems: 1,
        maxItems: 20,
        description: 'Wat als toestemming geldt; standaard Ja',
      }),
    ),
  },
  {
    additionalProperties: false,
    description: 'Een rij zonder toestemming wordt niet gepubliceerd, wel geteld',
  },
);

const mutatie = Type.Object(
  { kolom: kop },
  {
    additionalProperties: false,
    description:
      'De kolom met ‘verwijderen’ bij een record dat weg moet; voor aanleveringen met modus=mutaties',
  },
);

const delen = {
  soort: Type.Enum(soortNamen, { description: 'Soort records' }),
  toestemming: Type.Optional(toestemming),
  mutatie: Type.Optional(mutatie),
  kolommen: Type.Array(kolomregel, { maxItems: 1000, description: 'Bij welk veld elke kolom hoort' }),
  vasteWaarden: Type.Optional(
    Type.Array(vasteWaarde, { maxItems: 100, description: 'Wat voor elk record geldt' }),
  ),
};

/** The members of a mapping, for schemas that add to it. */
export const mappingVelden = { ...delen, id };

export type Kolomregel = Static<typeof kolomregel>;

/** A whole mapping: with this a file can be read. */
export type Mapping = Static<Type.TObject<typeof mappingVelden>>;

/** A mapping that may still lack the column of the id. */
export type Mappingvoorstel = Omit<Mapping, 'id'> & Partial<Pick<Mapping, 'id'>>;
