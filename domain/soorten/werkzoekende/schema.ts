import { jaNee, jaNeeOnbekend } from '../../waardelijsten/indicaties.ts';
import { emailadres, naamContactpersoonAfdeling, telefoonnummer, webadres } from '../delen/contact.ts';
import { id, postcode } from '../delen/kenmerken.ts';
import {
  beroep,
  contractvorm,
  flexibiliteitVelden,
  sector,
  vervoermiddel,
  werktijden,
} from '../delen/werk.ts';
import { code, datum, getal, groep, lijst, optioneel, vrijeTekst } from '../velden.ts';
import { arbeidsmarktkwalificatie } from './kwalificatie.ts';

const idWerkzoekende = id(
  'ID werkzoekende',
  'Het nummer waarmee de gemeente dit profiel in haar eigen systeem kent; nooit een burgerservicenummer.',
);

const mobiliteit = groep('Mobiliteit', {
  bemiddelingspostcode: postcode(
    'Bemiddelingspostcode',
    'De postcode van waaruit de werkzoekende bemiddeld wil worden.',
  ),
  ...optioneel({
    maximaleReisafstand: getal('Maximale reisafstand', 0, 999, {
      uitleg: 'De grootste afstand tot het werk, in kilometers.',
      voorbeeld: 30,
    }),
    maximaleReistijd: getal('Maximale reistijd', 0, 999, {
      uitleg: 'De langste reistijd naar het werk, in minuten.',
      voorbeeld: 45,
    }),
  }),
});

const flexibiliteit = groep(
  'Flexibiliteit',
  optioneel({
    ...flexibiliteitVelden,
    datumAanvangBeschikbaarVoorWerk: datum('Datum aanvang beschikbaar voor werk', 'De eerste werkdag.'),
  }),
);

/** What a match may show as well, apart from the id and the place. */
const zoekprofiel = {
  arbeidsmarktkwalificatie,
  bemiddelingsberoep: lijst('Bemiddelingsberoep', beroep),
  contractvorm,
  flexibiliteit,
  indicatieBeschikbaarheidContactgegevens: code(
    'Indicatie beschikbaarheid contactgegevens',
    jaNee,
    'Of het profiel contactgegevens van de werkzoekende of een contactpersoon bevat.',
  ),
  sector: lijst('Sector beroeps- en bedrijfsleven', sector),
  vervoermiddel,
  werktijden,
};

/** What only a detail may show. */
const detailprofiel = {
  contactpersoon: lijst(
    'Contactpersoon/-afdeling',
    groep('Contactpersoon/-afdeling', optioneel({ naamContactpersoonAfdeling, emailadres, telefoonnummer })),
  ),
  eisAanWerk: groep(
    'Eis aan werk',
    optioneel({
      indicatieAanpassingWerkomgeving: code(
        'Indicatie aanpassing werkomgeving',
        jaNeeOnbekend,
        'Of een aanpassing aan de werkomgeving nodig is.',
      ),
      indicatieBegeleiding: code(
        'Indicatie begeleiding',
        jaNeeOnbekend,
        'Of een vorm van begeleiding nodig is.',
      ),
      indicatieWerkvariatie: code(
        'Indicatie werkvariatie',
        jaNeeOnbekend,
        'Of een vorm van werkvariatie nodig is.',
      ),
    }),
  ),
  emailadres: lijst('E-mailadres', emailadres),
  indicatieLdrRegistratie: code(
    'Indicatie LDR-registratie',
    jaNee,
    'Of de werkzoekende in het Landelijk Doelgroepregister staat.',
  ),
  persoonlijkePresentatie: vrijeTekst(
    'Persoonlijke presentatie',
    2000,
    'Tekst die iets vertelt over de werkzoekende zelf.',
  ),
  telefoonnummer: lijst('Telefoonnummer', telefoonnummer),
  webadres: lijst('Webadres', webadres),
};

/** `Werkzoekende` of the bron contract. */
export const werkzoekendeSchema = groep(
  'Werkzoekende',
  optioneel({ idWerkzoekende, mobiliteit, ...zoekprofiel, ...detailprofiel }),
);

/** `MPWerkzoekendeMatch` of the bron contract. */
export const werkzoekendeMatchSchema = groep('Match met een werkzoekende', {
  idWerkzoekende,
  mobiliteit,
  ...optioneel(zoekprofiel),
});
