import { describe, expect, test } from '@jest/globals';
import type { SoortNaam } from '../../../domain/soorten/soort-naam.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { valideer } from '../../../domain/validatie/valideer.ts';
import { met } from './record.ts';

const fouten = (soort: SoortNaam, pad: string, waarde: unknown) =>
  valideer(soorten[soort], met(soort, pad, waarde));

describe('a BSN in a free text', () => {
  test.each([
    ['werkzoekende', '/persoonlijkePresentatie', 'Persoonlijke presentatie'],
    ['werkzoekende', '/emailadres/0', 'E-mailadres 1'],
    [
      'werkzoekende',
      '/contactpersoon/0/naamContactpersoonAfdeling',
      'Naam contactpersoon/-afdeling (contactpersoon/-afdeling 1)',
    ],
    ['werkzoekende', '/arbeidsmarktkwalificatie/cursus/0/naamCursus', 'Naam cursus (cursus 1)'],
    [
      'werkzoekende',
      '/arbeidsmarktkwalificatie/werkervaring/0/toelichtingWerkervaring',
      'Toelichting werkervaring (werkervaring 1)',
    ],
    ['vacature', '/omschrijvingVacature', 'Omschrijving vacature'],
    ['vacature', '/adres/straatnaam', 'Straatnaam'],
    ['vacature', '/werkgever/contactpersoon/0/emailadres/0', 'E-mailadres 1'],
  ] as const)('%s %s is refused by the name of the field, never with the number', (soort, pad, veld) => {
    expect(fouten(soort, pad, 'x 123456782')).toEqual([
      {
        pad,
        code: 'bsn-in-tekst',
        melding: `${veld} bevat een getal dat een burgerservicenummer kan zijn; haal het uit de tekst.`,
        ernst: 'fout',
      },
    ]);
  });

  test.each([
    ['werkzoekende', '/telefoonnummer/0'],
    ['werkzoekende', '/webadres/0/url'],
    ['werkzoekende', '/bemiddelingsberoep/0/codeBeroepsnaam'],
    ['werkzoekende', '/arbeidsmarktkwalificatie/opleiding/0/codeOpleidingsnaam'],
    ['werkzoekende', '/arbeidsmarktkwalificatie/competentiebeheersing/0/codeCompetentie'],
    ['vacature', '/nummerVacature'],
  ] as const)('%s %s is a code of its own kind and may hold nine such digits', (soort, pad) => {
    expect(fouten(soort, pad, '123456782')).toEqual([]);
  });
});

describe('what a database cannot store', () => {
  test.each([
    ['a NUL', 'a\0b'],
    ['half a character', 'a\ud83d'],
    ['the other half', '\ude00b'],
  ])('%s is refused, in codes as well', (_, tekst) => {
    for (const pad of ['/naamVacature', '/beroep/codeBeroepsnaam', '/nummerVacature']) {
      expect(fouten('vacature', pad, tekst).map(({ code, pad: waar }) => [code, waar])).toEqual([
        ['tekens', pad],
      ]);
    }
  });

  test('a line break, an emoji and a tab are text', () => {
    expect(fouten('vacature', '/omschrijvingVacature', 'Regel 1\r\n\tRegel 2 😀 é')).toEqual([]);
  });
});

test('a fault in a text and a fault in another field come together', () => {
  const record = { ...met('vacature', '/naamVacature', '123456782'), sector: [] };
  expect(valideer(soorten.vacature, record).map(({ code }) => code)).toEqual(['type', 'bsn-in-tekst']);
});
