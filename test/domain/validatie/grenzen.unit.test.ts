import { describe, expect, test } from '@jest/globals';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { valideer } from '../../../domain/validatie/valideer.ts';
import { met } from './record.ts';

const codes = (soort: 'werkzoekende' | 'vacature', pad: string, waarde: unknown): string[] =>
  valideer(soorten[soort], met(soort, pad, waarde)).map((fout) => `${fout.code} ${fout.pad}`);

const kwalificatie = '/arbeidsmarktkwalificatie';

describe('the length of a text, in characters', () => {
  test.each([
    ['werkzoekende', '/persoonlijkePresentatie', 2000],
    ['werkzoekende', '/contactpersoon/0/naamContactpersoonAfdeling', 35],
    ['werkzoekende', '/contactpersoon/0/emailadres', 320],
    ['werkzoekende', '/contactpersoon/0/telefoonnummer', 14],
    ['werkzoekende', '/emailadres/0', 320],
    ['werkzoekende', '/telefoonnummer/0', 14],
    ['werkzoekende', '/webadres/0/url', 1000],
    ['werkzoekende', '/bemiddelingsberoep/0/codeBeroepsnaam', 200],
    ['werkzoekende', `${kwalificatie}/competentiebeheersing/0/codeCompetentie`, 200],
    ['werkzoekende', `${kwalificatie}/interesse/0/naamInteresse`, 120],
    ['werkzoekende', `${kwalificatie}/cursus/0/naamCursus`, 120],
    ['werkzoekende', `${kwalificatie}/cursus/0/toelichtingCursus`, 2000],
    ['werkzoekende', `${kwalificatie}/opleiding/0/toelichtingOpleiding`, 2000],
    ['werkzoekende', `${kwalificatie}/opleiding/0/naamOpleidingsinstituut`, 500],
    ['werkzoekende', `${kwalificatie}/werkervaring/0/naamOrganisatie`, 70],
    ['werkzoekende', `${kwalificatie}/werkervaring/0/toelichtingWerkervaring`, 2000],
    ['vacature', '/adres/straatnaam', 24],
    ['vacature', '/adres/huisnummertoevoeging', 6],
    ['vacature', '/arbeidsVoorwaarden/omschrijvingArbeidsvoorwaarden', 2000],
    ['vacature', '/arbeidsVoorwaarden/salarisIndicatie', 100],
    ['vacature', '/naamVacature', 120],
    ['vacature', '/nummerVacature', 11],
    ['vacature', '/omschrijvingVacature', 2000],
    ['vacature', '/werkgever/handelsnaamOrganisatie', 500],
    ['vacature', '/werkgever/contactpersoon/0/emailadres/0', 320],
    ['vacature', '/sollicitatiewijze/0/webadres/url', 1000],
  ] as const)('%s %s holds %i and no more', (soort, pad, lengte) => {
    expect(codes(soort, pad, 'é'.repeat(lengte))).toEqual([]);
    expect(codes(soort, pad, '😀'.repeat(lengte))).toEqual([]);
    expect(codes(soort, pad, 'e'.repeat(lengte + 1))).toEqual([`lengte ${pad}`]);
    expect(codes(soort, pad, '😀'.repeat(lengte + 1))).toEqual([`lengte ${pad}`]);
    expect(codes(soort, pad, '')).toEqual([]);
  });
});

describe('the range of a number', () => {
  test.each([
    ['werkzoekende', '/mobiliteit/maximaleReisafstand', 999],
    ['werkzoekende', '/mobiliteit/maximaleReistijd', 999],
    ['werkzoekende', '/werktijden/aantalWerkurenPerWeekMaximaal', 99],
    ['werkzoekende', '/werktijden/aantalWerkurenPerWeekMinimaal', 99],
    ['werkzoekende', '/sector/0/codeSbi', 99_999],
    ['vacature', '/adres/huisnummer', 99_999],
    ['vacature', '/werkervaring/0/aantalJarenWerkzaamInBeroep', 99],
  ] as const)('%s %s runs from 0 to %i', (soort, pad, hoogste) => {
    for (const goed of [0, hoogste]) expect(codes(soort, pad, goed)).toEqual([]);
    for (const fout of [-1, hoogste + 1]) expect(codes(soort, pad, fout)).toEqual([`bereik ${pad}`]);
    for (const fout of [1.5, '1', null, Infinity]) expect(codes(soort, pad, fout)).toEqual([`type ${pad}`]);
  });
});

describe('the shape of a text', () => {
  test.each([
    [
      'werkzoekende',
      '/idWerkzoekende',
      ['a', 'A-1_b.c', 'x'.repeat(200)],
      ['x'.repeat(201), 'a b', 'é', 'a/b'],
    ],
    ['vacature', '/idVacature', ['a', 'x'.repeat(200)], ['x'.repeat(201), 'a:b']],
    [
      'werkzoekende',
      '/mobiliteit/bemiddelingspostcode',
      ['1234ab'],
      ['', '1234 AB', '123AB', '12345AB', '1234'],
    ],
    ['vacature', '/adres/postcode', ['0000ZZ'], ['1234AB ', 'AB1234']],
    ['vacature', '/taalbeheersing/0/codeTaal', ['nld'], ['NLD', 'nl', 'nldx', '']],
    ['vacature', '/opleiding/0/codeOpleidingsnaam', ['0', '9999999999'], ['', '12345678901', '1a']],
  ] as const)('%s %s', (soort, pad, goede, foute) => {
    for (const waarde of goede) expect(codes(soort, pad, waarde)).toEqual([]);
    for (const waarde of foute) expect(codes(soort, pad, waarde)).toEqual([`patroon ${pad}`]);
  });

  test('a date is a day of the calendar', () => {
    const pad = '/flexibiliteit/datumEindeBeschikbaarVoorWerk';
    for (const dag of ['2024-02-29', '2000-02-29', '2026-12-31']) {
      expect(codes('werkzoekende', pad, dag)).toEqual([]);
    }
    for (const dag of [
      '2023-02-29',
      '1900-02-29',
      '2026-04-31',
      '2026-13-01',
      '31-12-2026',
      '2026-1-1',
      '',
    ]) {
      expect(codes('werkzoekende', pad, dag)).toEqual([`datum ${pad}`]);
    }
  });
});

describe('the codes of a list', () => {
  test.each([
    ['werkzoekende', '/indicatieLdrRegistratie', [1, 2], [0, 3]],
    ['werkzoekende', '/eisAanWerk/indicatieBegeleiding', [0, 1, 2], [8, -1]],
    ['werkzoekende', `${kwalificatie}/codeWerkEnDenkniveauWerkzoekende`, [0, 7], [8]],
    ['werkzoekende', `${kwalificatie}/cursus/0/indicatieCertificaat`, [0, 1, 2, 8], [3, 7, 9]],
    ['werkzoekende', `${kwalificatie}/opleiding/0/codeNiveauOpleiding`, [1, 6, 9], [0, 7, 8]],
    ['werkzoekende', `${kwalificatie}/opleiding/0/codeStatusOpleiding`, [0, 3], [4]],
    ['werkzoekende', `${kwalificatie}/rijbewijs/0/codeSoortRijbewijs`, ['A', 'B+', 'T'], ['b', 'C+', '']],
    ['werkzoekende', `${kwalificatie}/taalbeheersing/0/codeNiveauTaalbeheersingLezen`, [0, 4, 8], [5, 9]],
    ['werkzoekende', '/vervoermiddel/0/codeVervoermiddel', [1, 5, 9], [0, 6]],
    ['werkzoekende', '/webadres/0/codeWebadres', [1, 4], [0, 5]],
    ['vacature', '/codeWerkEnDenkniveauMinimaal', ['0', '7'], ['8', '']],
    ['vacature', '/contractvorm/0/codeTypeArbeidscontract', ['O', 'B'], ['o', '01']],
    ['vacature', '/contractvorm/0/codeTypeOvereenkomst', ['01', '04'], ['1', '05']],
    ['vacature', '/sollicitatiewijze/0/codeSollicitatiewijze', ['1', '4'], ['0', '5']],
  ] as const)('%s %s', (soort, pad, goede, foute) => {
    for (const waarde of goede) expect(codes(soort, pad, waarde)).toEqual([]);
    for (const waarde of foute) expect(codes(soort, pad, waarde)).toEqual([`waarde ${pad}`]);
  });

  test('a number is not the same digit as text', () => {
    expect(codes('vacature', '/codeWerkEnDenkniveauMinimaal', 5)).toEqual([
      'type /codeWerkEnDenkniveauMinimaal',
    ]);
    expect(codes('werkzoekende', '/indicatieLdrRegistratie', '1')).toEqual(['type /indicatieLdrRegistratie']);
  });
});
