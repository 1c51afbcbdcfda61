import { werkEnDenkniveaus } from '../../waardelijsten/opleiding.ts';
import { sollicitatiewijzen } from '../../waardelijsten/sollicitatiewijzen.ts';
import { emailadres, naamContactpersoonAfdeling, telefoonnummer, webadres } from '../delen/contact.ts';
import { id, postcode } from '../delen/kenmerken.ts';
import {
  competentiebeheersing,
  cursusVelden,
  opleidingVelden,
  taalbeheersing,
} from '../delen/kwalificatie.ts';
import {
  beroep,
  contractvorm,
  flexibiliteitVelden,
  rijbewijs,
  sector,
  vervoermiddel,
  werktijden,
} from '../delen/werk.ts';
import { code, datum, getal, groep, lijst, optioneel, tekst, vrijeTekst } from '../velden.ts';

const idVacature = id(
  'ID vacature',
  'Het nummer waarmee de gemeente deze vacature in haar eigen systeem kent.',
);

const adres = groep('Adres', {
  postcode: postcode('Postcode'),
  ...optioneel({
    straatnaam: vrijeTekst('Straatnaam', 24, 'De naam van de straat, zo nodig ingekort volgens NEN 5825.'),
    huisnummer: getal('Huisnummer', 0, 99_999, {
      uitleg: 'Het huisnummer zonder letter of toevoeging.',
      voorbeeld: 1,
    }),
    huisnummertoevoeging: vrijeTekst('Huisnummertoevoeging', 6, {
      uitleg: 'De letter of toevoeging bij het huisnummer.',
      voorbeeld: 'A',
    }),
  }),
});

const arbeidsVoorwaarden = groep(
  'Arbeidsvoorwaarden',
  optioneel({
    datumAanvangWerkzaamheden: datum('Datum aanvang werkzaamheden', 'De eerste dag van de werkzaamheden.'),
    datumEindeWerkzaamheden: datum('Datum einde werkzaamheden', 'De laatste dag van de werkzaamheden.'),
    omschrijvingArbeidsvoorwaarden: vrijeTekst(
      'Omschrijving arbeidsvoorwaarden',
      2000,
      'De voorwaarden waaronder het werk wordt verricht.',
    ),
    salarisIndicatie: vrijeTekst('Salarisindicatie', 100, 'Een indicatie van de hoogte van het salaris.'),
  }),
);

const sollicitatiewijze = lijst(
  'Sollicitatiewijze',
  groep(
    'Sollicitatiewijze',
    optioneel({
      codeSollicitatiewijze: code(
        'Code sollicitatiewijze',
        sollicitatiewijzen,
        'Hoe de sollicitaties ontvangen kunnen worden.',
      ),
      webadres,
    }),
  ),
);

const werkervaring = lijst(
  'Werkervaring',
  groep(
    'Werkervaring',
    optioneel({
      aantalJarenWerkzaamInBeroep: getal('Aantal jaren werkzaam in beroep', 0, 99, {
        uitleg: 'Hoeveel jaar iemand in het beroep gewerkt heeft.',
        voorbeeld: 2,
      }),
    }),
  ),
);

/** `MPWerkgever`: the employer without the people who work there. */
const werkgeverVelden = {
  handelsnaamOrganisatie: vrijeTekst(
    'Handelsnaam organisatie',
    500,
    'De naam waaronder de organisatie aan het verkeer deelneemt.',
  ),
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
    werkEnDenkniveaus.map(([niveau, label]) => [`${niveau}`, label] as const),
    'Het niveau dat minstens bereikt is door opleiding of werkervaring.',
  ),
  competentiebeheersing,
  contractvorm,
  cursus: lijst('Cursus', groep('Cursus', optioneel(cursusVelden))),
  flexibiliteit: groep('Flexibiliteit', optioneel(flexibiliteitVelden)),
  naamVacature: vrijeTekst('Naam vacature', 120, 'De naam van de vacature.'),
  omschrijvingVacature: vrijeTekst(
    'Omschrijving vacature',
    2000,
    'De achtergrondinformatie van de vacature.',
  ),
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
    nummerVacature: tekst('Nummer vacature', 11, {
      uitleg: 'Het nummer dat aan de vacature is toegekend.',
      voorbeeld: '2026-0001',
    }),
    werkgever: groep('Werkgever', optioneel({ ...werkgeverVelden, contactpersoon })),
  }),
});

/** `MPVacatureMatch` of the bron contract. */
export const vacatureMatchSchema = groep('Match met een vacature', {
  idVacature,
  adres,
  ...optioneel({ ...zoekprofiel, werkgever: groep('Werkgever', optioneel(werkgeverVelden)) }),
});
