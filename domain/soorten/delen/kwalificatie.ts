import { jaNeeOnbekendNvt } from '../../waardelijsten/indicaties.ts';
import { opleidingsniveaus } from '../../waardelijsten/opleiding.ts';
import { taalniveaus } from '../../waardelijsten/taalniveaus.ts';
import { code, groep, lijst, optioneel, tekst, vorm, vrijeTekst } from '../velden.ts';
import { codeTaal } from './kenmerken.ts';

/*
 * What somebody can, or must be able to do. Shared by a werkzoekende and a vacature, as the bron contracts 3.0.0
 * spell it; the descriptions follow the data standard (Gegevensstandaard VUM 1.5).
 */

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

const codeOpleidingsnaam = vorm('Code opleidingsnaam', '^[0-9]{1,10}$', 'moet uit 1 tot 10 cijfers bestaan', {
  uitleg: 'De code van de opleiding uit de codelijst SuwiML (CdOpleidingsnaam).',
  voorbeeld: '14673',
  lijst: 'opleidingen',
});

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
