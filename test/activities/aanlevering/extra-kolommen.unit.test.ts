import { describe, expect, test } from '@jest/globals';
import { lever, type Tabel, werkmap } from '../../support/lever-tabel.ts';

const koppen = ['Klantnummer', 'Postcode', 'Uren'];
const Noord: Tabel = [koppen, ['k1', '1012AB', 32]];
const metZuid = async (kop: string, waarde: string) =>
  lever(
    await werkmap({
      Noord,
      Zuid: [
        [...koppen, kop],
        ['k2', '1012AB', 24, waarde],
      ],
    }),
  );

describe('a column that only one sheet has', () => {
  test.each([
    ['Toestemming', 'Nee'],
    ['Bezwaar tegen delen', 'Ja'],
    ['Rijbewijs', 'B'],
    ['Mutatie', 'verwijderen'],
    ['Opmerking', 'x'],
  ])('is not passed over: %s', async (kop, waarde) => {
    await expect(metZuid(kop, waarde)).rejects.toMatchObject({
      code: 'mapping-nodig',
      message: expect.stringMatching(new RegExp(`kolom “${kop}” \\(D\\) op blad “Zuid”.*dezelfde kolommen`)),
    });
  });

  test('is not passed over where it has no name, nor on the first sheet where the later one is certain', async () => {
    await expect(metZuid('', 'Nee')).rejects.toThrow(/kolom \(D\) op blad “Zuid”/);
    const Zuid: Tabel = [
      [...koppen, 'Toestemming', 'Opmerking'],
      ['k2', '1012AB', 24, 'Nee', 'x'],
    ];
    await expect(lever(await werkmap({ Zuid, Noord }))).rejects.toThrow(
      /de kolommen “Toestemming” \(D\) op blad “Zuid”, “Opmerking” \(E\) op blad “Zuid”/,
    );
  });

  test('is left out where it is nothing for the exchange', async () => {
    expect((await metZuid('Achternaam', 'Jansen')).records).toHaveLength(2);
  });
});

test('with the export from Sonar an objection on a later sheet is seen, and what UM does not know is left out', async () => {
  const sonar = [
    ...['Klantnummer', 'Beschikbare uren', 'Opleidingsniveau', 'SBI sector', 'Nederlands mondeling'],
    ...['Rijbewijs', 'Telefoon', 'E-mail', 'Vervoermiddel', 'Postcode', 'Klantmanager', 'Toestemming'],
  ];
  const rij = (id: string) => [id, 24, '', '', '', '', '', '', '', '1012AB', '', 'Ja'];
  const met = async (kop: string) =>
    lever(
      await werkmap({
        Noord: [[...sonar, 'Dashboard'], rij('k1')],
        Zuid: [
          [...sonar, kop],
          [...rij('k2'), 'Ja'],
        ],
      }),
    );
  await expect(met('Bezwaar tegen delen')).rejects.toThrow(/“Bezwaar tegen delen” \(M\) op blad “Zuid”/);
  expect((await met('Participatieladder')).records).toHaveLength(2);
});
