import { plat } from './kop.ts';

/**
 * Headings of what every file of people has and the standard has no place for: such a column is left out without
 * asking. What might be meant for the exchange is not on this list.
 */
const koppen = new Set(
  [
    ...['voornaam', 'voornamen', 'roepnaam', 'voorletters', 'initialen', 'tussenvoegsel', 'tussenvoegsels'],
    ...['voorvoegsel', 'voorvoegsels', 'achternaam', 'familienaam', 'geslachtsnaam', 'volledige naam'],
    ...[
      'naam werkzoekende',
      'naam klant',
      'naam cliënt',
      'naam kandidaat',
      'meisjesnaam',
      'geboortenaam',
      'aanhef',
    ],
    ...['geboortedatum', 'geboorteplaats', 'geboorteland', 'leeftijd', 'geslacht', 'nationaliteit'],
    ...['burgerlijke staat', 'straat', 'straatnaam', 'huisnummer', 'huisletter', 'toevoeging', 'adres'],
    ...[
      'huisnummertoevoeging',
      'woonplaats',
      'plaats',
      'land',
      'iban',
      'rekeningnummer',
      'uitkering',
      'a-nummer',
    ],
  ].map(plat),
);

export const isNietUitgewisseld = (kop: string): boolean => koppen.has(plat(kop));
