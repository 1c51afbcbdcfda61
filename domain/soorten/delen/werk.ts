import { arbeidscontracten, overeenkomsten } from '../../waardelijsten/contractvormen.ts';
import { jaNeeOnbekend } from '../../waardelijsten/indicaties.ts';
import { rijbewijzen } from '../../waardelijsten/rijbewijzen.ts';
import { vervoermiddelen } from '../../waardelijsten/vervoermiddelen.ts';
import { code, datum, getal, groep, lijst, optioneel, tekst } from '../velden.ts';

/*
 * The work that is sought or offered, as both kinds describe it. Shared by a werkzoekende and a vacature, as the
 * bron contracts 3.0.0 spell it; the descriptions follow the data standard (Gegevensstandaard VUM 1.5).
 */

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

export const flexibiliteitVelden = {
  indicatieOnregelmatigWerkOfPloegendienst: code(
    'Indicatie onregelmatig werk of ploegendienst',
    jaNeeOnbekend,
    'Of het werk op onregelmatige tijden of in ploegendienst plaatsvindt.',
  ),
  datumEindeBeschikbaarVoorWerk: datum('Datum einde beschikbaar voor werk', 'De laatste werkdag.'),
};

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

export const rijbewijs = lijst(
  'Rijbewijs',
  groep(
    'Rijbewijs',
    optioneel({ codeSoortRijbewijs: code('Code soort rijbewijs', rijbewijzen, 'De rijbewijscategorie.') }),
  ),
);
