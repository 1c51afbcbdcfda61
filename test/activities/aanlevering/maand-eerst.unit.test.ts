import { describe, expect, test } from '@jest/globals';
import { kiesLezer } from '../../../activities/aanlevering/kies-lezer.ts';
import { geenHulp } from '../../../activities/aanlevering/mapping/mapping-hulp.ts';
import type { Mapping } from '../../../domain/mapping/mapping.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { geheugenBestand } from '../../support/geheugen-bestand.ts';
import { leesAlles } from '../../support/lees-alles.ts';

const eigen = ['ID', 'Postcode', 'Beschikbaar vanaf'];
const sjabloon = [
  'idWerkzoekende',
  'mobiliteit.bemiddelingspostcode',
  'flexibiliteit.datumAanvangBeschikbaarVoorWerk',
];

const alsCsv = (koppen: readonly string[], datums: readonly string[]): string =>
  [koppen.join(','), ...datums.map((datum, index) => `k${index},1012AB,${datum}`)].join('\n');

async function lees(csv: string, hulp = geenHulp) {
  const bestand = geheugenBestand(csv);
  const { lees: lezer } = await kiesLezer(bestand, soorten.werkzoekende, hulp);
  return leesAlles(lezer(bestand));
}

const datumsVan = async (...wat: Parameters<typeof lees>) =>
  (await lees(...wat)).map(
    ({ record, fouten }) =>
      fouten[0]?.code ??
      (record?.['flexibiliteit'] as Record<string, unknown>)['datumAanvangBeschikbaarVoorWerk'],
  );

describe.each([
  ['of own columns', eigen],
  ['of the template', sjabloon],
])('dates in a file %s', (_, koppen) => {
  test('that show the month first are refused, with the cell, before one is read as another day', async () => {
    await expect(lees(alsCsv(koppen, ['3/1/2026', '3/15/2026']))).rejects.toMatchObject({
      code: 'bestand-kolommen',
      message: expect.stringMatching(/^In cel C3 staat de maand vóór de dag; .* jaar-maand-dag/),
    });
  });

  test('of which one shows the day first are read so, and the other is a fault of its own', async () => {
    expect(await datumsVan(alsCsv(koppen, ['3/1/2026', '3/15/2026', '15/3/2026']))).toEqual([
      '2026-01-03',
      'datum',
      '2026-03-15',
    ]);
  });

  test('that show nothing are day, month and year', async () => {
    expect(await datumsVan(alsCsv(koppen, ['3/1/2026', '2026-03-15']))).toEqual(['2026-01-03', '2026-03-15']);
  });
});

test('a mapping that says that the month comes first is believed', async () => {
  const [id = '', postcode = '', kolom = ''] = eigen;
  const veld = 'flexibiliteit.datumAanvangBeschikbaarVoorWerk';
  const mapping: Mapping = {
    soort: 'werkzoekende',
    id: { kolom: id },
    kolommen: [
      { kolom: postcode, veld: 'mobiliteit.bemiddelingspostcode' },
      { kolom, veld, datumvolgorde: 'maand-dag-jaar' },
    ],
  };
  const hulp = { ...geenHulp, opgeslagen: [{ naam: 'm', mapping }] };
  expect(await datumsVan(alsCsv(eigen, ['3/1/2026', '3/15/2026']), hulp)).toEqual([
    '2026-03-01',
    '2026-03-15',
  ]);
});
