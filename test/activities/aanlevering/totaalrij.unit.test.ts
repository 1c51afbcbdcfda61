import { describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { maakPartijen } from '../../../activities/aanlevering/controle/maak-partijen.ts';
import { kiesLezer } from '../../../activities/aanlevering/kies-lezer.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { geheugenBestand } from '../../support/geheugen-bestand.ts';
import { leesAlles } from '../../support/lees-alles.ts';

const { werkzoekende: soort } = soorten;
type Rij = readonly (string | number | Date | null)[];

async function lever(inhoud: Uint8Array | string) {
  const bestand = geheugenBestand(inhoud);
  const { lees } = await kiesLezer(bestand, soort);
  const [partij] = await leesAlles(maakPartijen({ soort, modus: 'volledig' }, lees(bestand), 100));
  return {
    ...{ goed: partij?.records.length, foutief: partij?.telling.foutief },
    fouten: partij?.fouten.map(({ regel, code, melding }) => [regel, code, melding]),
  };
}

async function xlsx(...rijen: readonly Rij[]): Promise<Uint8Array> {
  const map = new ExcelJS.Workbook();
  map.addWorksheet('Lijst').addRows(rijen.map((rij) => [...rij]));
  return new Uint8Array(await map.xlsx.writeBuffer());
}

const totaal = (woord: string): string =>
  `Rij 3: Deze rij lijkt een totaal en geen werkzoekende: er staat “${woord}”, en verder staan er alleen getallen. Verwijder de rij.`;

describe.each([
  ['of own columns', ['ID', 'Postcode', 'Uren']],
  [
    'of the template',
    ['idWerkzoekende', 'mobiliteit.bemiddelingspostcode', 'werktijden.aantalWerkurenPerWeekMaximaal'],
  ],
])('at the end of a table %s', (_, koppen) => {
  test.each<[string, Rij]>([
    ['Totaal', ['Totaal', null, 32]],
    ['TOTAL', ['TOTAL', null, 3200]],
    ['Aantal', [null, 'Aantal:', 1]],
    ['Aantal', ['Aantal: 12', null, null]],
    ['Totaal uren', [12, 'Totaal uren', '3.200,5']],
    ['Subtotaal', ['Subtotaal', null, null]],
    ['Totaal', ['Totaal', 'gemiddeld', 31.5]],
  ])('“%s” in %j is told to be no record, once', async (woord, rij) => {
    const verwacht = { goed: 1, foutief: 1, fouten: [[3, 'totaalrij', totaal(woord)]] };
    expect(await lever(await xlsx(koppen, ['a', '1012AB', 32], rij))).toEqual(verwacht);
    const csv = [koppen, ['a', '1012AB', 32], rij].map((cellen) => cellen.join(';')).join('\n');
    expect(await lever(csv)).toEqual(verwacht);
  });

  test.each<[string, Rij]>([
    ['an id of numbers', [12, '1012AB', 32]],
    ['an id that begins with such a word', ['Totaal-12', '1012AB', 32]],
    ['an id of one letter', ['b', null, 32]],
  ])('a record with %s stays one', async (_wat, rij) => {
    const csv = [koppen, ['a', '1012AB', 32], rij].map((cellen) => cellen.join(';')).join('\n');
    expect(await lever(csv)).toMatchObject({ goed: 2, foutief: 0 });
  });
});

test('a text that is longer than any total is none, and costs no more than another', async () => {
  const wit = (lengte: number): string => `Totaal${' '.repeat(lengte)}:`;
  const csv = (lengte: number): string =>
    ['ID;Postcode;Uren', ...Array<string>(20).fill(`${wit(lengte)};;32`)].join('\n');
  expect((await lever(csv(60))).fouten?.[0]?.[1]).toBe('totaalrij');
  expect((await lever(csv(120))).fouten?.map(([, code]) => code)).not.toContain('totaalrij');
  // Tried in every place, each of these rows would take seconds.
  const begin = performance.now();
  await lever(csv(32_000).replaceAll(':', 'x'));
  expect(performance.now() - begin).toBeLessThan(5_000);
});
