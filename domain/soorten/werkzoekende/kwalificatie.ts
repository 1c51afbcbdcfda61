import * as codes from '../codelijsten.ts';
import {
  beroep,
  competentiebeheersing,
  cursusVelden,
  opleidingVelden,
  rijbewijs,
  taalbeheersing,
} from '../delen.ts';
import { code, datum, groep, lijst, optioneel, vrijeTekst } from '../velden.ts';

const naamOpleidingsinstituut = vrijeTekst('Naam opleidingsinstituut', 500);

const cursus = lijst(
  'Cursus',
  groep(
    'Cursus',
    optioneel({
      ...cursusVelden,
      datumAanvangVolgenCursus: datum('Datum aanvang volgen cursus'),
      datumEindeVolgenCursus: datum('Datum einde volgen cursus'),
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
      codeStatusOpleiding: code('Code status opleiding', codes.opleidingsstatussen),
      datumAanvangVolgenOpleiding: datum('Datum aanvang volgen opleiding'),
      datumEindeVolgenOpleiding: datum('Datum einde volgen opleiding'),
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
      datumAanvangWerkzaamheden: datum('Datum aanvang werkzaamheden'),
      datumEindeWerkzaamheden: datum('Datum einde werkzaamheden'),
      naamOrganisatie: vrijeTekst('Naam organisatie', 70),
      toelichtingWerkervaring: vrijeTekst('Toelichting werkervaring', 2000),
    }),
  ),
);

const interesse = lijst(
  'Interesse',
  groep('Interesse', optioneel({ naamInteresse: vrijeTekst('Naam interesse', 120) })),
);

/** What a job seeker knows and can do. */
export const arbeidsmarktkwalificatie = groep(
  'Arbeidsmarktkwalificatie',
  optioneel({
    codeWerkEnDenkniveauWerkzoekende: code('Code werk- en denkniveau werkzoekende', codes.werkEnDenkniveaus),
    cursus,
    competentiebeheersing,
    interesse,
    opleiding,
    rijbewijs,
    taalbeheersing,
    werkervaring,
  }),
);
