import { describe, expect, test } from '@jest/globals';
import { soorten } from '../../../domain/soorten/soorten.ts';
import type { Fout } from '../../../domain/validatie/fout.ts';
import { valideer } from '../../../domain/validatie/valideer.ts';
import { goed, met } from './record.ts';

const { werkzoekende, vacature } = soorten;

const meldingen = (pad: string, waarde: unknown): string[] =>
  valideer(werkzoekende, met('werkzoekende', pad, waarde)).map(({ melding }) => melding);
const codes = (fouten: readonly Fout[]): string[] => fouten.map(({ code, pad }) => `${code} ${pad}`);

test('a good record has no faults', () => {
  expect(valideer(werkzoekende, goed.werkzoekende)).toEqual([]);
  expect(valideer(vacature, goed.vacature)).toEqual([]);
});

test('a field that a reader left undefined is an absent field', () => {
  expect(valideer(werkzoekende, { ...goed.werkzoekende, sector: undefined })).toEqual([]);
  const record = { idWerkzoekende: undefined, mobiliteit: { bemiddelingspostcode: undefined } };
  expect(codes(valideer(werkzoekende, record)).sort()).toEqual([
    'verplicht /idWerkzoekende',
    'verplicht /mobiliteit/bemiddelingspostcode',
  ]);
});

test('all faults of a record come together, each with its place', () => {
  const record = {
    idWerkzoekende: 'a b',
    mobiliteit: { maximaleReisafstand: 1000 },
    arbeidsmarktkwalificatie: {
      taalbeheersing: [{ codeTaal: 'nld' }, { codeTaal: 'Nederlands', niveau: 4 }],
      opleiding: [{ datumDiploma: '2023-02-30', indicatieDiploma: 5 }],
    },
    emailadres: 'balie@example.nl',
    naam: 'x',
  };
  expect(codes(valideer(werkzoekende, record)).sort()).toEqual([
    'bereik /mobiliteit/maximaleReisafstand',
    'datum /arbeidsmarktkwalificatie/opleiding/0/datumDiploma',
    'onbekend-veld /arbeidsmarktkwalificatie/taalbeheersing/1/niveau',
    'onbekend-veld /naam',
    'patroon /arbeidsmarktkwalificatie/taalbeheersing/1/codeTaal',
    'patroon /idWerkzoekende',
    'type /emailadres',
    'verplicht /mobiliteit/bemiddelingspostcode',
    'waarde /arbeidsmarktkwalificatie/opleiding/0/indicatieDiploma',
  ]);
});

describe('a fault in words', () => {
  test.each([
    [
      '/mobiliteit/bemiddelingspostcode',
      '1234',
      'Bemiddelingspostcode moet vier cijfers en twee letters zijn, zoals 1234AB.',
    ],
    [
      '/arbeidsmarktkwalificatie/taalbeheersing',
      [{}, { codeTaal: 'Nederlands' }],
      'Code taal (taalbeheersing 2) moet een code van drie kleine letters uit ISO 639-3 zijn, zoals nld.',
    ],
    [
      '/indicatieLdrRegistratie',
      3,
      'Indicatie LDR-registratie moet een van deze codes zijn: 1 (Ja), 2 (Nee).',
    ],
    [
      '/indicatieLdrRegistratie',
      '1',
      'Indicatie LDR-registratie moet een heel getal zijn, zonder aanhalingstekens.',
    ],
    ['/persoonlijkePresentatie', 5, 'Persoonlijke presentatie moet tekst zijn, tussen aanhalingstekens.'],
    ['/persoonlijkePresentatie', null, 'Persoonlijke presentatie is leeg (null); laat het veld dan weg.'],
    [
      '/persoonlijkePresentatie',
      'x'.repeat(2001),
      'Persoonlijke presentatie mag hoogstens 2000 tekens lang zijn.',
    ],
    ['/sector', {}, 'Sector beroeps- en bedrijfsleven moet een lijst zijn.'],
    ['/werktijden', [], 'Werktijden moet een groep velden zijn.'],
    [
      '/mobiliteit/maximaleReisafstand',
      1000,
      'Maximale reisafstand moet een getal van 0 tot en met 999 zijn.',
    ],
    [
      '/flexibiliteit/datumEindeBeschikbaarVoorWerk',
      '31-12-2026',
      'Datum einde beschikbaar voor werk moet een bestaande datum zijn, geschreven als JJJJ-MM-DD, zoals 2026-01-31.',
    ],
    ['/Webadres', [], 'Het veld “Webadres” bestaat niet in Werkzoekende; bedoeld is “webadres”.'],
    ['/mobiliteit/straal', 5, 'Het veld “straal” bestaat niet in Mobiliteit; verwijder het.'],
  ])('%s', (pad, waarde, melding) => {
    expect(meldingen(pad, waarde)).toEqual([melding]);
  });

  test('a long list of codes goes without its labels', () => {
    const [melding] = meldingen('/arbeidsmarktkwalificatie/rijbewijs/0/codeSoortRijbewijs', 'auto');
    expect(melding).toContain('A, A1, A2, AM, B, B+, C1');
  });

  test('never repeats the value', () => {
    const geheim = 'Geheim Persoon';
    for (const pad of ['/idWerkzoekende', '/mobiliteit/bemiddelingspostcode', '/indicatieLdrRegistratie']) {
      expect(meldingen(pad, geheim).join()).not.toContain('Geheim');
    }
  });
});

describe('the id', () => {
  test.each([[{}], [{ idWerkzoekende: '' }]])('%j: a record without one is refused, once', (id) => {
    const { idWerkzoekende: _weg, ...rest } = goed.werkzoekende;
    expect(codes(valideer(werkzoekende, { ...rest, ...id }))).toEqual(['verplicht /idWerkzoekende']);
  });

  test('a vacature without one is refused once, though the contract demands it as well', () => {
    expect(codes(valideer(vacature, { adres: { postcode: '1234AB' } }))).toEqual(['verplicht /idVacature']);
  });

  test.each(['123456782', '1234.56.782', '1234-56-782', 'BSN123456782', 'bsn_123456782'])(
    '%s is refused as a BSN, and not repeated',
    (id) => {
      const fouten = valideer(werkzoekende, met('werkzoekende', '/idWerkzoekende', id));
      expect(codes(fouten)).toEqual(['bsn-als-id /idWerkzoekende']);
      expect(JSON.stringify(fouten)).not.toContain('782');
    },
  );

  test('a BSN as a number is refused as well', () => {
    const fouten = valideer(werkzoekende, met('werkzoekende', '/idWerkzoekende', 123456782));
    expect(codes(fouten)).toEqual(['type /idWerkzoekende', 'bsn-als-id /idWerkzoekende']);
  });

  test.each(['123456783', '12345672', '1234567820', '000000000', 'w123456782'])('%s is no BSN', (id) => {
    expect(valideer(werkzoekende, met('werkzoekende', '/idWerkzoekende', id))).toEqual([]);
  });
});

describe('the postcode', () => {
  test('a record without a place is published, with a warning', () => {
    expect(valideer(werkzoekende, { idWerkzoekende: 'w-1' })).toEqual([
      {
        pad: '/mobiliteit/bemiddelingspostcode',
        code: 'geen-postcode',
        melding: 'Bemiddelingspostcode ontbreekt; dit wordt wel gepubliceerd, maar niemand kan het vinden.',
        ernst: 'waarschuwing',
      },
    ]);
    expect(codes(valideer(vacature, { idVacature: 'v-1' }))).toEqual(['geen-postcode /adres/postcode']);
  });

  test('a place without a postcode is a fault: the contract demands it there', () => {
    expect(codes(valideer(vacature, { idVacature: 'v-1', adres: {} }))).toEqual([
      'verplicht /adres/postcode',
    ]);
  });
});

describe('hostile input', () => {
  test.each([null, undefined, true, 'x', 7, [], [[]]])('%j is no record', (waarde) => {
    expect(codes(valideer(werkzoekende, waarde))).toEqual(['type ']);
  });

  test('a prototype as a field is an unknown field and touches nothing', () => {
    const record: unknown = JSON.parse(
      '{"idWerkzoekende":"w-1","mobiliteit":{"bemiddelingspostcode":"1234AB"},"__proto__":{"x":1},"constructor":1}',
    );
    expect(codes(valideer(werkzoekende, record))).toEqual([
      'onbekend-veld /__proto__',
      'onbekend-veld /constructor',
    ]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  test('a number beyond all numbers is no whole number', () => {
    const record: unknown = JSON.parse(
      '{"idVacature":"v-1","adres":{"postcode":"1234AB","huisnummer":1e400}}',
    );
    expect(codes(valideer(vacature, record))).toEqual(['type /adres/huisnummer']);
  });

  test('a nesting of a hundred thousand levels is one fault', () => {
    const diep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
    expect(codes(valideer(vacature, met('vacature', '/cursus', diep)))).toEqual(['type /cursus/0']);
    expect(codes(valideer(vacature, met('vacature', '/x', diep)))).toEqual(['onbekend-veld /x']);
  });

  test('more than a hundred faults are not listed', () => {
    const talen = Array.from({ length: 10_000 }, () => ({ codeTaal: 'x' }));
    expect(valideer(vacature, met('vacature', '/taalbeheersing', talen))).toHaveLength(100);
  });

  test('the name of an unknown field is escaped, shortened and stripped of a BSN', () => {
    const [fout] = valideer(vacature, {
      ...goed.vacature,
      [`a/b~c\0\ud800 123456782 ${'x'.repeat(200)}`]: 1,
    });
    expect(fout?.pad).toMatch(/^\/a~1b~0c\uFFFD\uFFFD \*{9} x+…$/);
    expect(fout?.melding).not.toContain('123456782');
  });
});
