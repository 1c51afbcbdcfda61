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
  const { geeft } = maakToestemming([wel]);
  expect([geeft({ soort: 'tekst', tekst: ` ${wel} ` }), geeft({ soort: 'tekst', tekst: niet })]).toEqual([
    true,
    false,
  ]);
});

describe('a cell', () => {
  const oordeel = (tekst: string, waarden?: readonly string[]) => {
    const { geeft, onleesbaar } = maakToestemming(waarden);
    const cel = { soort: 'tekst', tekst } as const;
    return geeft(cel) ? 'ja' : onleesbaar(cel) === undefined ? 'nee' : 'twijfel';
  };

  test.each(['Ja', 'JA', ' ja ', 'Ja.', 'Ja .', 'Ja\u200b', '\u00a0J', 'j.', 'WAAR', 'TRUE'])(
    '%j gives consent',
    (tekst) => {
      expect(oordeel(tekst)).toBe('ja');
    },
  );

  // The last two have the Cyrillic а.
  test.each(['Ja?', '?Ja', '✗ ja', '≠ ja', '~~Ja~~', 'J a', 'Ja..', '(ja)', 'jа', 'Jа'])(
    '%j gives none, and is no refusal either',
    (tekst) => {
      expect(oordeel(tekst)).toBe('twijfel');
    },
  );

  test.each(['Nee', 'misschien', 'Ja, mits', '?', '✗'])('%j gives none', (tekst) => {
    expect(oordeel(tekst)).toBe('nee');
  });

  test('is compared with what a mapping says just as strictly', () => {
    const waarden = ['Akkoord met delen', 'OK'];
    expect(
      ['akkoord  met delen.', 'Akkoord met delen?', 'Ja'].map((tekst) => oordeel(tekst, waarden)),
    ).toEqual(['ja', 'twijfel', 'nee']);
  });
});
