import { opleidingsstatussen, werkEnDenkniveaus } from '../../waardelijsten/opleiding.ts';
import {
  competentiebeheersing,
  cursusVelden,
  opleidingVelden,
  taalbeheersing,
} from '../delen/kwalificatie.ts';
import { beroep, rijbewijs } from '../delen/werk.ts';
import { code, datum, groep, lijst, optioneel, vrijeTekst } from '../velden.ts';

const naamOpleidingsinstituut = vrijeTekst(
  'Naam opleidingsinstituut',
  500,
  'De naam van het instituut waar de opleiding of cursus is gevolgd.',
);

const cursus = lijst(
  'Cursus',
  groep(
    'Cursus',
    optioneel({
      ...cursusVelden,
      datumAanvangVolgenCursus: datum('Datum aanvang volgen cursus', 'De eerste dag van de cursus.'),
      datumEindeVolgenCursus: datum('Datum einde volgen cursus', 'De laatste dag van de cursus.'),
      datumCertificaat: datum('Datum certificaat', 'De datum die op het certificaat staat.'),
      naamOpleidingsinstituut,
    }),
  ),
);

const opleiding = lijst(
  'Opleiding',
  groep(
    'Opleiding',
    optioneel({
      ...opleidingVelden,
      codeStatusOpleiding: code(
        'Code status opleiding',
        opleidingsstatussen,
        'In welk stadium de opleiding zich bevindt.',
      ),
      datumAanvangVolgenOpleiding: datum('Datum aanvang volgen opleiding', 'De eerste dag van de opleiding.'),
      datumEindeVolgenOpleiding: datum(
        'Datum einde volgen opleiding',
        'De laatste dag van de opleiding, afgerond of afgebroken.',
      ),
      datumDiploma: datum('Datum diploma', 'De datum die op het diploma staat.'),
      naamOpleidingsinstituut,
    }),
  ),
);

const werkervaring = lijst(
  'Werkervaring',
  groep(
    'Werkervaring',
    optioneel({
      beroep,
      datumAanvangWerkzaamheden: datum('Datum aanvang werkzaamheden', 'De eerste dag van het werk.'),
      datumEindeWerkzaamheden: datum('Datum einde werkzaamheden', 'De laatste dag van het werk.'),
      naamOrganisatie: vrijeTekst('Naam organisatie', 70, 'De naam van de organisatie waar gewerkt is.'),
      toelichtingWerkervaring: vrijeTekst(
        'Toelichting werkervaring',
        2000,
        'De eigen omschrijving van de werkervaring.',
      ),
    }),
  ),
);

const interesse = lijst(
  'Interesse',
  groep(
    'Interesse',
    optioneel({
      naamInteresse: vrijeTekst('Naam interesse', 120, 'Een onderwerp waar belangstelling voor is.'),
    }),
  ),
);

/** What a job seeker knows and can do. */
export const arbeidsmarktkwalificatie = groep(
  'Arbeidsmarktkwalificatie',
  optioneel({
    codeWerkEnDenkniveauWerkzoekende: code(
      'Code werk- en denkniveau werkzoekende',
      werkEnDenkniveaus,
      'Het niveau dat bereikt is door opleiding of werkervaring.',
    ),
    cursus,
    competentiebeheersing,
    interesse,
    opleiding,
    rijbewijs,
    taalbeheersing,
    werkervaring,
  }),
);
