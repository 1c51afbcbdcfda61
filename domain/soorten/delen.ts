import * as codes from './codelijsten.ts';
import { code, datum, getal, groep, lijst, optioneel, tekst, vorm, vrijeTekst } from './velden.ts';

/*
 * The parts that a werkzoekende and a vacature share, as the bron contracts 3.0.0 spell them. The descriptions
 * follow the data standard (Gegevensstandaard VUM 1.5).
 */

/** The contract's SafeIDString, which may be empty; that UM needs a real id is a rule of the validation. */
export const id = (title: string, description: string) =>
  vorm(
    title,
    '^[a-zA-Z0-9_.-]{0,200}$',
    'mag alleen letters, cijfers, punten, streepjes en onderstrepingstekens bevatten, hoogstens 200',
    description,
  );

export const postcode = (title: string, description?: string) =>
  vorm(title, '^[0-9]{4}[a-zA-Z]{2}$', 'moet vier cijfers en twee letters zijn, zoals 1234AB', description);

export const codeTaal = vorm(
  'Code taal',
  '^[a-z]{3}$',
  'moet een code van drie kleine letters uit ISO 639-3 zijn, zoals nld',
);

const codeOpleidingsnaam = vorm(
  'Code opleidingsnaam',
  '^[0-9]{1,10}$',
  'moet uit 1 tot 10 cijfers bestaan',
  'De code van de opleiding uit de codelijst SuwiML.',
);

export const beroep = groep(
  'Beroep',
  optioneel({
    codeBeroepsnaam: tekst('Code beroepsnaam', 200, 'De code van het beroep uit CompetentNL, als URI.'),
  }),
);

export const competentiebeheersing = lijst(
  'Competentiebeheersing',
  groep(
    'Competentie',
    optioneel({
      codeCompetentie: tekst('Code competentie', 200, 'De code van de competentie uit CompetentNL.'),
    }),
  ),
);

export const contractvorm = lijst(
  'Contractvorm',
  groep(
    'Contractvorm',
    optioneel({
      codeTypeArbeidscontract: code('Code type arbeidscontract', codes.arbeidscontracten),
      codeTypeOvereenkomst: code('Code type overeenkomst', codes.overeenkomsten),
    }),
  ),
);

export const rijbewijs = lijst(
  'Rijbewijs',
  groep('Rijbewijs', optioneel({ codeSoortRijbewijs: code('Code soort rijbewijs', codes.rijbewijzen) })),
);

export const sector = groep(
  'Sector beroeps- en bedrijfsleven',
  optioneel({ codeSbi: getal('Code SBI', 0, 99_999, 'Standaard Bedrijfsindeling van het CBS.') }),
);

export const taalbeheersing = lijst(
  'Taalbeheersing',
  groep(
    'Taalbeheersing',
    optioneel({
      codeTaal,
      codeNiveauTaalbeheersingLezen: code('Code niveau taalbeheersing lezen', codes.taalniveaus),
      codeNiveauTaalbeheersingLuisteren: code('Code niveau taalbeheersing luisteren', codes.taalniveaus),
      codeNiveauTaalbeheersingMondeling: code('Code niveau taalbeheersing mondeling', codes.taalniveaus),
      codeNiveauTaalbeheersingSchriftelijk: code(
        'Code niveau taalbeheersing schriftelijk',
        codes.taalniveaus,
      ),
    }),
  ),
);

export const vervoermiddel = lijst(
  'Vervoermiddel',
  groep(
    'Vervoermiddel',
    optioneel({
      codeVervoermiddel: code('Code vervoermiddel', codes.vervoermiddelen),
      indicatieBeschikbaarVoorUitvoeringWerk: code(
        'Indicatie beschikbaar voor uitvoering werk',
        codes.jaNeeOnbekend,
      ),
      indicatieBeschikbaarVoorWoonWerkverkeer: code(
        'Indicatie beschikbaar voor woon-werkverkeer',
        codes.jaNeeOnbekend,
      ),
    }),
  ),
);

export const webadres = groep(
  'Webadres',
  optioneel({
    codeWebadres: code('Code webadres', codes.webadressen),
    url: tekst('URL', 1000),
  }),
);

export const werktijden = groep(
  'Werktijden',
  optioneel({
    aantalWerkurenPerWeekMaximaal: getal('Aantal werkuren per week maximaal', 0, 99),
    aantalWerkurenPerWeekMinimaal: getal('Aantal werkuren per week minimaal', 0, 99),
    indicatieKantoortijden: code('Indicatie kantoortijden', codes.jaNeeOnbekend),
  }),
);

/** What a training and a course of either kind have in common; a werkzoekende's also have dates and a school. */
export const cursusVelden = {
  naamCursus: vrijeTekst('Naam cursus', 120),
  indicatieCertificaat: code('Indicatie certificaat', codes.jaNeeOnbekendNvt),
  toelichtingCursus: vrijeTekst('Toelichting cursus', 2000),
};

export const opleidingVelden = {
  codeOpleidingsnaam,
  codeNiveauOpleiding: code('Code niveau opleiding', codes.opleidingsniveaus),
  indicatieDiploma: code('Indicatie diploma', codes.jaNeeOnbekendNvt),
  toelichtingOpleiding: vrijeTekst('Toelichting opleiding', 2000),
};

export const flexibiliteitVelden = {
  indicatieOnregelmatigWerkOfPloegendienst: code(
    'Indicatie onregelmatig werk of ploegendienst',
    codes.jaNeeOnbekend,
  ),
  datumEindeBeschikbaarVoorWerk: datum('Datum einde beschikbaar voor werk', 'De laatste werkdag.'),
};

export const naamContactpersoonAfdeling = vrijeTekst('Naam contactpersoon/-afdeling', 35);
/** Free text as well: an address that holds a BSN leads to a person as surely as a sentence that does. */
export const emailadres = vrijeTekst('E-mailadres', 320);
export const telefoonnummer = tekst('Telefoonnummer', 14);
