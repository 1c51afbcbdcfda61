import { describe, expect, test } from '@jest/globals';
import { isToestemmingKop, maakToestemming, raaktToestemming } from '../../../domain/mapping/toestemming.ts';

describe('a heading', () => {
  test.each(['Toestemming', 'Akkoord', 'Toestemming delen gegevens', 'Mag gedeeld worden', 'Consent VUM'])(
    '“%s” says with Ja who may be shared',
    (kop) => {
      expect([isToestemmingKop(kop), raaktToestemming(kop)]).toEqual([true, true]);
    },
  );

  test.each([
    'Geen toestemming',
    'Geen toestemming delen gegevens',
    'Niet akkoord',
    'Bezwaar tegen delen profiel',
    'Mag niet gedeeld worden',
    'Wil niet delen',
    'Toestemming ingetrokken',
    'Toestemming uitwisseling geweigerd',
  ])('“%s” never makes Ja consent, and is not overlooked', (kop) => {
    expect([isToestemmingKop(kop), raaktToestemming(kop)]).toEqual([false, true]);
  });

  test.each(['Postcode', 'Toestemming foto', 'Datum toestemming', 'Reden geen toestemming'])(
    '“%s” has nothing to do with it',
    (kop) => {
      expect([isToestemmingKop(kop), raaktToestemming(kop)]).toEqual([false, false]);
    },
  );
});

test.each([
  ['✓', '✗'],
  ['+', '-'],
  ['Ja', '?'],
])('where “%s” is consent, “%s” is none', (wel, niet) => {
  const geeft = maakToestemming([wel]);
  expect([geeft({ soort: 'tekst', tekst: ` ${wel} ` }), geeft({ soort: 'tekst', tekst: niet })]).toEqual([
    true,
    false,
  ]);
});
