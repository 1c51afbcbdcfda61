import { describe, expect, test } from '@jest/globals';
import { lever, type Tabel, werkmap } from '../../support/lever-tabel.ts';

const koppen = ['Klantnummer', 'Postcode', 'Uren'];
const Noord: Tabel = [koppen, ['1001', '1012AB', 32], ['1002', '1013AB', '24 uur']];
const aantal = async (inhoud: Uint8Array | string) => (await lever(inhoud)).records.length;

describe('a row above the heading', () => {
  test.each<[string, Tabel]>([
    ['sorted', [['1001', '1012AB', 32], ['998', '1012AB', '24 uur'], koppen, ['1002', '1012AB', 8]]],
    ['with gaps', [['1001', '', 32], koppen, ['1002', '1012AB', 8]]],
    ['below a title', [['Overzicht'], ['1001', '1012AB', 32], koppen, ['1002', '1012AB', 8]]],
    ['with nothing below it', [['1001', '1012AB', 32], koppen]],
    [
      'with an id of letters and digits',
      [
        ['K-12', 'Nee'],
        ['Klantnummer', 'LDR'],
        ['K-7', 'Ja'],
      ],
    ],
  ])('that is a record is not passed over: %s', async (_, tabel) => {
    const gemist = /De kolomnamen staan in rij \d van blad “Noord”, en rij \d daarboven lijkt op een record/;
    await expect(lever(await werkmap({ Noord: tabel }))).rejects.toThrow(gemist);
  });

  test('is not passed over in a CSV file', async () => {
    await expect(lever('1001;1012AB;32\nKlantnummer;Postcode;Uren\n1002;1012AB;8')).rejects.toMatchObject({
      code: 'bestand-kolommen',
      plaats: { cel: 'A1' },
    });
  });

  test.each<[string, Tabel]>([
    ['a title', [['Overzicht 2026']]],
    ['a date', [['Peildatum', '27-11-2026'], [], ['2026']]],
    ['what it counts', [['Aantal:', 25, 'Datum: 1-1-2026']]],
    [
      'names of groups',
      [
        ['Klant', '', 'Werk 2026'],
        ['', 2025, 2026],
      ],
    ],
    ['numbers of the columns', [[1, 2, 3]]],
    ['a number that is no id like the others', [[25, '', 120]]],
    ['names of another program', [['klant_id', 'adres.1.postcode', 'uren_1']]],
  ])('that is %s is none', async (_, erboven) => {
    expect(await aantal(await werkmap({ Noord: [...erboven, ...Noord] }))).toBe(2);
  });
});

describe('another sheet', () => {
  const met = async (Zuid: Tabel) => lever(await werkmap({ Noord, Zuid }));
  const rij = ['2001', '1017AB', 8];
  const leeg = Array.from({ length: 10 }, (_, nummer) => [`Toelichting bij onderdeel ${nummer}`]);

  test.each<[string, Tabel]>([
    ['without a heading', [rij, rij]],
    ['with a title only', [['Zuid'], rij]],
    ['with a row that is not filled in wholly', [['2001', '', 8]]],
    ['with names that UM does not know', [['Wie', 'Waar', 'Hoeveel'], rij]],
  ])('%s has records that are not passed over', async (_, Zuid) => {
    await expect(met(Zuid)).rejects.toMatchObject({
      code: 'mapping-nodig',
      message: expect.stringMatching(/^Op blad “Zuid” lijkt rij \d op een record, .* als op blad “Noord”/),
    });
  });

  test('with its heading too far down is told where UM looks', async () => {
    await expect(met([...leeg, koppen, rij])).rejects.toThrow(
      /^Op blad “Zuid” staan de kolomnamen in rij 11, en UM zoekt ze in de eerste 10 rijen/,
    );
  });

  test.each<[string, Tabel]>([
    ['notes', [...leeg, ['Vragen? Bel', '020-1234567'], ['Versie', 2, '27-11-2026']]],
    [
      'a list of codes',
      [
        ['1', 'Auto'],
        ['2', 'Fiets'],
      ],
    ],
    [
      'a list of codes with names',
      [
        ['Code', 'Omschrijving', 'Nr'],
        ['4711', 'Supermarkten', 1],
      ],
    ],
    [
      'a list of postcodes',
      [
        ['Postcode', 'Plaats', 'Wijk'],
        ['1012AB', 'Amsterdam', 3],
      ],
    ],
    [
      'a table of numbers',
      [
        ['Jaar', 'Aantal', 'Uren'],
        [2025, 100, 3200],
        [2026, 120, 4000],
      ],
    ],
  ])('with %s has none', async (_, Zuid) => {
    expect((await met(Zuid)).records).toHaveLength(2);
  });
});

describe('a heading below the rows in which UM looks for one', () => {
  const leeg = Array.from({ length: 14 }, (_, nummer) => [`Toelichting bij onderdeel ${nummer}`]);

  test('is told where it should be', async () => {
    await expect(lever(await werkmap({ Noord: [...leeg, ...Noord] }))).rejects.toThrow(
      /^UM vindt in de eerste 10 rijen van geen enkel blad kolomnamen die het kent\. Zet daar één rij/,
    );
  });

  test('is told so of a text, which may be meant for JSON', async () => {
    const csv = [...leeg, ...Noord].map((rij) => rij.join(';')).join('\n');
    await expect(lever(csv)).rejects.toThrow(
      /^Dit bestand is geen JSON, en UM vindt in de eerste 10 rijen geen/,
    );
  });
});
