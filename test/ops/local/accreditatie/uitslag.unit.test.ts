import { expect, test } from '@jest/globals';
import { isGeslaagd, toonUitslag } from '../../../../ops/local/accreditatie/uitslag.ts';

const goed = { naam: 'Vacature', iteraties: 2, geslaagd: 16, gezakt: [] };
const fout = {
  iteratie: 3,
  verzoek: 'Vraag volledige vacature op',
  toets: 'Expected result is returned',
  melding: 'expected {} to deeply equal {}',
  toelichting: ['VUM removed cursus=[] at .'],
};

test('passes when there were assertions and none failed', () => {
  expect(isGeslaagd([goed])).toBe(true);
  expect(isGeslaagd([goed, { ...goed, gezakt: [fout] }])).toBe(false);
  expect(isGeslaagd([{ ...goed, geslaagd: 0 }])).toBe(false);
  expect(isGeslaagd([])).toBe(false);
});

test('tells the numbers, and which search failed in what', () => {
  expect(toonUitslag([goed])).toContain('Accreditatie: 16 toetsen geslaagd, 0 gezakt');
  const tekst = toonUitslag([{ ...goed, geslaagd: 15, gezakt: [fout] }]);
  for (const deel of [
    'zoekvraag 3',
    fout.verzoek,
    fout.toets,
    fout.melding,
    fout.toelichting[0],
    '15 toetsen',
  ]) {
    expect(tekst).toContain(deel);
  }
});

test('shows the first failures and counts the others', () => {
  const tekst = toonUitslag([{ ...goed, gezakt: Array.from({ length: 25 }, () => fout) }]);
  expect(tekst.split('✗')).toHaveLength(11);
  expect(tekst).toContain('en nog 15');
});
