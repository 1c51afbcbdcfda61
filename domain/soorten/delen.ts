import { arbeidscontracten, overeenkomsten } from '../waardelijsten/contractvormen.ts';
import { jaNeeOnbekend, jaNeeOnbekendNvt } from '../waardelijsten/indicaties.ts';
import { opleidingsniveaus } from '../waardelijsten/opleiding.ts';
import { rijbewijzen } from '../waardelijsten/rijbewijzen.ts';
import { taalniveaus } from '../waardelijsten/taalniveaus.ts';
import { vervoermiddelen } from '../waardelijsten/vervoermiddelen.ts';
import { webadressen } from '../waardelijsten/webadressen.ts';
import { code, datum, getal, groep, lijst, optioneel, tekst, vorm, vrijeTekst } from './velden.ts';

/*
 * The parts that a werkzoekende and a vacature share, as the bron contracts 3.0.0 spell them. The descriptions
 * follow the data standard (Gegevensstandaard VUM 1.5).
 */

/** The contract's SafeIDString, which may be empty; that UM needs a real id is a rule of the validation. */
export const id = (title: string, uitleg: string) =>
  vorm(
    title,
    '^[a-zA-Z0-9_.-]{0,200}$',
    'mag alleen letters, cijfers, punten, streepjes en onderstrepingstekens bevatten, hoogstens 200',
    { uitleg, voorbeeld: 'P-2026-0001' },
  );

export const postcode = (title: string, uitleg?: string) =>
  vorm(title, '^[0-9]{4}[a-zA-Z]{2}$', 'moet vier cijfers en twee letters zijn, zoals 1234AB', {
    ...(uitleg === undefined ? {} : { uitleg }),
    voorbeeld: '1234AB',
  });

export const codeTaal = vorm(
  'Code taal',
  '^[a-z]{3}$',
  'moet een code van drie kleine letters uit ISO 639-3 zijn, zoals nld',
  { uitleg: 'De taal, als code uit ISO 639-3.', voorbeeld: 'nld', lijst: 'talen' },
);

const codeOpleidingsnaam = vorm('Code opleidingsnaam', '^[0-9]{1,10}$', 'moet uit 1 tot 10 cijfers bestaan', {
  uitleg: 'De code van de opleiding uit de codelijst SuwiML (CdOpleidingsnaam).',
  voorbeeld: '14673',
  lijst: 'opleidingen',
});

export const beroep = groep(
  'Beroep',
  optioneel({
    codeBeroepsnaam: tekst('Code beroepsnaam', 200, {
      uitleg: 'De code van het beroep uit CompetentNL, als URI.',
      voorbeeld: 'https://linkeddata.competentnl.nl/uwv/id/occupation/0',
      lijst: 'beroepen',
    }),
  }),
);

export const competentiebeheersing = lijst(
  'Competentiebeheersing',
  groep(
    'Competentie',
    optioneel({
      codeCompetentie: tekst('Code competentie', 200, {
        uitleg: 'De code van de competentie uit CompetentNL, als URI.',
        voorbeeld: 'https://linkeddata.competentnl.nl/uwv/id/competence/0',
        lijst: 'competenties',
      }),
    }),
  ),
);

export const contractvorm = lijst(
  'Contractvorm',
  groep(
    'Contractvorm',
    optioneel({
      codeTypeArbeidscontract: code(
        'Code type arbeidscontract',
        arbeidscontracten,
        'Of het arbeidscontract voor bepaalde of onbepaalde tijd is.',
      ),
      codeTypeOvereenkomst: code(
        'Code type overeenkomst',
        overeenkomsten,
        'Welk type overeenkomst van toepassing is.',
      ),
    }),
  ),
);

export const rijbewijs = lijst(
  'Rijbewijs',
  groep(
    'Rijbewijs',
    optioneel({ codeSoortRijbewijs: code('Code soort rijbewijs', rijbewijzen, 'De rijbewijscategorie.') }),
  ),
);

export const sector = groep(
  'Sector beroeps- en bedrijfsleven',
  optioneel({
    codeSbi: getal('Code SBI', 0, 99_999, {
      uitleg: 'De code van de bedrijfstak in de Standaard Bedrijfsindeling (SBI) van het CBS.',
      voorbeeld: 4711,
      lijst: 'sbi',
    }),
  }),
);

export const taalbeheersing = lijst(
  'Taalbeheersing',
  groep(
    'Taalbeheersing',
    optioneel({
      codeTaal,
      codeNiveauTaalbeheersingLezen: code(
        'Code niveau taalbeheersing lezen',
        taalniveaus,
        'Hoe goed de taal gelezen wordt.',
      ),
      codeNiveauTaalbeheersingLuisteren: code(
        'Code niveau taalbeheersing luisteren',
        taalniveaus,
        'Hoe goed de taal verstaan wordt.',
      ),
      codeNiveauTaalbeheersingMondeling: code(
        'Code niveau taalbeheersing mondeling',
        taalniveaus,
        'Hoe goed de taal gesproken wordt.',
      ),
      codeNiveauTaalbeheersingSchriftelijk: code(
        'Code niveau taalbeheersing schriftelijk',
        taalniveaus,
        'Hoe goed de taal geschreven wordt.',
      ),
    }),
  ),
);

export const vervoermiddel = lijst(
  'Vervoermiddel',
  groep(
    'Vervoermiddel',
    optioneel({
      codeVervoermiddel: code('Code vervoermiddel', vervoermiddelen, 'Het soort vervoermiddel.'),
      indicatieBeschikbaarVoorUitvoeringWerk: code(
        'Indicatie beschikbaar voor uitvoering werk',
        jaNeeOnbekend,
        'Of het vervoermiddel beschikbaar is om het werk mee uit te voeren.',
      ),
      indicatieBeschikbaarVoorWoonWerkverkeer: code(
        'Indicatie beschikbaar voor woon-werkverkeer',
        jaNeeOnbekend,
        'Of het vervoermiddel beschikbaar is voor woon-werkverkeer.',
      ),
    }),
  ),
);

export const webadres = groep(
  'Webadres',
  optioneel({
    codeWebadres: code('Code webadres', webadressen, 'Het soort webadres.'),
    url: tekst('URL', 1000, { uitleg: 'Het webadres zelf.', voorbeeld: 'https://www.gemeente.example/' }),
  }),
);

export const werktijden = groep(
  'Werktijden',
  optioneel({
    aantalWerkurenPerWeekMaximaal: getal('Aantal werkuren per week maximaal', 0, 99, {
      uitleg: 'Het hoogste aantal werkuren per week, in hele uren.',
      voorbeeld: 36,
    }),
    aantalWerkurenPerWeekMinimaal: getal('Aantal werkuren per week minimaal', 0, 99, {
      uitleg: 'Het laagste aantal werkuren per week, in hele uren.',
      voorbeeld: 24,
    }),
    indicatieKantoortijden: code(
      'Indicatie kantoortijden',
      jaNeeOnbekend,
      'Of overdag op kantoortijden gewerkt wordt.',
    ),
  }),
);

/** What a training and a course of either kind have in common; a werkzoekende's also have dates and a school. */
export const cursusVelden = {
  naamCursus: vrijeTekst('Naam cursus', 120, 'De naam van de cursus zoals deze bekend staat.'),
  indicatieCertificaat: code(
    'Indicatie certificaat',
    jaNeeOnbekendNvt,
    'Of voor de cursus een certificaat is behaald.',
  ),
  toelichtingCursus: vrijeTekst('Toelichting cursus', 2000, 'De eigen omschrijving van de cursus.'),
};

export const opleidingVelden = {
  codeOpleidingsnaam,
  codeNiveauOpleiding: code('Code niveau opleiding', opleidingsniveaus, 'Het niveau van de opleiding.'),
  indicatieDiploma: code(
    'Indicatie diploma',
    jaNeeOnbekendNvt,
    'Of voor de opleiding een diploma, een getuigschrift of certificaten zijn behaald.',
  ),
  toelichtingOpleiding: vrijeTekst('Toelichting opleiding', 2000, 'De eigen omschrijving van de opleiding.'),
};

export const flexibiliteitVelden = {
  indicatieOnregelmatigWerkOfPloegendienst: code(
    'Indicatie onregelmatig werk of ploegendienst',
    jaNeeOnbekend,
    'Of het werk op onregelmatige tijden of in ploegendienst plaatsvindt.',
  ),
  datumEindeBeschikbaarVoorWerk: datum('Datum einde beschikbaar voor werk', 'De laatste werkdag.'),
};

export const naamContactpersoonAfdeling = vrijeTekst(
  'Naam contactpersoon/-afdeling',
  35,
  'De persoon of afdeling waar meer informatie te krijgen is.',
);
/** Free text as well: an address that holds a BSN leads to a person as surely as a sentence that does. */
export const emailadres = vrijeTekst('E-mailadres', 320, {
  uitleg: 'Het adres voor elektronische post.',
  voorbeeld: 'werk@gemeente.example',
});
export const telefoonnummer = tekst('Telefoonnummer', 14, {
  uitleg: 'Een Nederlands telefoonnummer, met de nul aan het begin.',
  voorbeeld: '0140000000',
  cijfers: 10,
});
