import { expect, test } from '@jest/globals';
import { leesTabelbestand } from '../../../activities/aanlevering/lees-tabelbestand.ts';
import { geenHulp } from '../../../activities/aanlevering/mapping/mapping-hulp.ts';
import { leesXlsx } from '../../../activities/aanlevering/tabel/xlsx/lees-xlsx.ts';
import type { RecordInhoud } from '../../../domain/soorten/soort.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { geheugenBestand } from '../../support/geheugen-bestand.ts';
import { leesAlles } from '../../support/lees-alles.ts';
import { profiel } from '../../support/profiel.ts';
import { alsWerkboek, type Bladen, gevuld } from '../../support/werkboek.ts';

const { werkzoekende } = soorten;
const records = ['a', 'b', 'w'].map((id) =>
  profiel(id, {
    arbeidsmarktkwalificatie: { interesse: [{ naamInteresse: 'koken' }] },
    sector: [{ codeSbi: 1 }],
  }),
) as RecordInhoud[];

async function lees(bladen: Bladen) {
  const open = () => Promise.resolve(alsWerkboek(bladen));
  const lezer = leesTabelbestand(leesXlsx, werkzoekende, geenHulp, () => undefined, open);
  return (await leesAlles(lezer(geheugenBestand('x')))).map(({ record }) => record);
}

function met(naam: string, verander: (rijen: Bladen[string]) => Bladen[string]): Bladen {
  const bladen = gevuld(werkzoekende, records);
  return { ...bladen, [naam]: verander(bladen[naam] ?? []) };
}

/** As a spreadsheet sorts a whole sheet by its first column. */
const gesorteerd = (rijen: Bladen[string]): Bladen[string] =>
  rijen.toSorted(([een], [ander]) => `${een ?? ''}`.localeCompare(`${ander ?? ''}`));

test.each(['Werkzoekenden', 'Sector', 'Interesse'])(
  'a template of which %s was sorted with its heading is refused, and not read in part',
  async (naam) => {
    const poging = lees(met(naam, gesorteerd));
    await expect(poging).rejects.toMatchObject({
      code: 'bestand-kolommen',
      message: expect.stringMatching(new RegExp(`^Rij 1 van blad “${naam}” lijkt gegevens te bevatten`)),
      plaats: { blad: naam, cel: 'A1' },
    });
  },
);

test('one without the names for programs is refused as well', async () => {
  const zonder = ([titels = [], , eerste = [], ...rest]: Bladen[string]) => [eerste, titels, ...rest];
  await expect(lees(met('Sector', zonder))).rejects.toMatchObject({ plaats: { blad: 'Sector', cel: 'A1' } });
});

test.each<[string, (rijen: Bladen[string]) => Bladen[string]]>([
  [
    'titles of the gemeente',
    ([titels = [], ...rijen]) => [titels.map((_, kolom) => `Kop ${kolom}`), ...rijen],
  ],
  ['a line about the list', (rijen) => [['Lijst', '1-1-2026'], ...rijen]],
  [
    'an example',
    ([titels = [], sleutels = [], rij = [], ...rest]) => [
      ['VOORBEELD', ...rij.slice(1)],
      titels,
      sleutels,
      rij,
      ...rest,
    ],
  ],
])('a heading below %s is read', async (_, verander) => {
  for (const naam of ['Werkzoekenden', 'Sector']) expect(await lees(met(naam, verander))).toEqual(records);
});

test('a heading below titles of the gemeente for free texts is read', async () => {
  const kop = ([, ...rijen]: Bladen[string]) => [['Klant', 'Hobby'], ...rijen];
  expect(await lees(met('Interesse', kop))).toEqual(records);
});

test('a remark above the titles is none of the records, which have numbers', async () => {
  const metNummers = records.map((record, index) => ({ ...record, idWerkzoekende: `k-${index + 1}` }));
  const { Interesse = [], ...andere } = gevuld(werkzoekende, metNummers);
  const opmerking = ['Interesses van de klant', 'vrij in te vullen'];
  expect(await lees({ ...andere, Interesse: [opmerking, ...Interesse] })).toHaveLength(metNummers.length);
});
