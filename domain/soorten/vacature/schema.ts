import * as codes from '../codelijsten.ts';
import {
  beroep,
  competentiebeheersing,
  contractvorm,
  cursusVelden,
  emailadres,
  flexibiliteitVelden,
  id,
  naamContactpersoonAfdeling,
  opleidingVelden,
  postcode,
  rijbewijs,
  sector,
  taalbeheersing,
  telefoonnummer,
  vervoermiddel,
  webadres,
  werktijden,
} from '../delen.ts';
import { code, datum, getal, groep, lijst, optioneel, tekst, vrijeTekst } from '../velden.ts';

const idVacature = id(
  'ID vacature',
  'Het nummer waarmee de gemeente deze vacature in haar eigen systeem kent.',
);

const adres = groep('Adres', {
  postcode: postcode('Postcode'),
  ...optioneel({
    straatnaam: vrijeTekst('Straatnaam', 24),
    huisnummer: getal('Huisnummer', 0, 99_999),
    huisnummertoevoeging: vrijeTekst('Huisnummertoevoeging', 6),
  }),
});

const arbeidsVoorwaarden = groep(
  'Arbeidsvoorwaarden',
  optioneel({
    datumAanvangWerkzaamheden: datum('Datum aanvang werkzaamheden', 'De eerste dag van de werkzaamheden.'),
    datumEindeWerkzaamheden: datum('Datum einde werkzaamheden', 'De laatste dag van de werkzaamheden.'),
    omschrijvingArbeidsvoorwaarden: vrijeTekst('Omschrijving arbeidsvoorwaarden', 2000),
    salarisIndicatie: vrijeTekst('Salarisindicatie', 100),
  }),
);

const sollicitatiewijze = lijst(
  'Sollicitatiewijze',
  groep(
    'Sollicitatiewijze',
    optioneel({
      codeSollicitatiewijze: code('Code sollicitatiewijze', codes.sollicitatiewijzen),
      webadres,
    }),
  ),
);

const werkervaring = lijst(
  'Werkervaring',
  groep(
    'Werkervaring',
    optioneel({ aantalJarenWerkzaamInBeroep: getal('Aantal jaren werkzaam in beroep', 0, 99) }),
  ),
);

/** `MPWerkgever`: the employer without the people who work there. */
const werkgeverVelden = {
  handelsnaamOrganisatie: vrijeTekst('Handelsnaam organisatie', 500),
  sector: lijst('Sector beroeps- en bedrijfsleven', sector),
  webadres: lijst('Webadres', webadres),
};

const contactpersoon = lijst(
  'Contactpersoon/-afdeling',
  groep(
    'Contactpersoon/-afdeling',
    optioneel({
      naamContactpersoonAfdeling,
      emailadres: lijst('E-mailadres', emailadres),
      telefoonnummer: lijst('Telefoonnummer', telefoonnummer),
    }),
  ),
);

/** What a match may show as well, apart from the id, the place and the employer. */
const zoekprofiel = {
  arbeidsVoorwaarden,
  beroep,
  codeWerkEnDenkniveauMinimaal: code(
    'Code werk- en denkniveau minimaal',
    codes.werkEnDenkniveaus.map(([niveau, label]) => [`${niveau}`, label] as const),
  ),
  competentiebeheersing,
  contractvorm,
  cursus: lijst('Cursus', groep('Cursus', optioneel(cursusVelden))),
  flexibiliteit: groep('Flexibiliteit', optioneel(flexibiliteitVelden)),
  naamVacature: vrijeTekst('Naam vacature', 120),
  omschrijvingVacature: vrijeTekst('Omschrijving vacature', 2000),
  opleiding: lijst('Opleiding', groep('Opleiding', optioneel(opleidingVelden))),
  rijbewijs,
  sector,
  sluitingsdatumVacature: datum('Sluitingsdatum vacature', 'De laatste dag dat de vacature open staat.'),
  sollicitatiewijze,
  taalbeheersing,
  vervoermiddel,
  werkervaring,
  werktijden,
};

/** `Vacature` of the bron contract. */
export const vacatureSchema = groep('Vacature', {
  idVacature,
  ...optioneel({
    adres,
    ...zoekprofiel,
    nummerVacature: tekst('Nummer vacature', 11),
    werkgever: groep('Werkgever', optioneel({ ...werkgeverVelden, contactpersoon })),
  }),
});

/** `MPVacatureMatch` of the bron contract. */
export const vacatureMatchSchema = groep('Match met een vacature', {
  idVacature,
  adres,
  ...optioneel({ ...zoekprofiel, werkgever: groep('Werkgever', optioneel(werkgeverVelden)) }),
});
