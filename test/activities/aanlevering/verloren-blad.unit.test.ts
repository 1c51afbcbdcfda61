import { describe, expect, test } from '@jest/globals';
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
const records = ['a', 'b'].map((id) =>
  profiel(id, { arbeidsmarktkwalificatie: { taalbeheersing: [{ codeTaal: 'nld' }] } }),
) as RecordInhoud[];

async function lees(bladen: Bladen) {
  const open = () => Promise.resolve(alsWerkboek(bladen));
  const lezer = leesTabelbestand(leesXlsx, werkzoekende, geenHulp, () => undefined, open);
  return leesAlles(lezer(geheugenBestand('x')));
}

/** A filled template in which another sheet came in the place of this one. */
function met(
  van: string,
  naar: string,
  verander: (rijen: Bladen[string]) => Bladen[string] = (rijen) => rijen,
): Bladen {
  const bladen = Object.entries(gevuld(werkzoekende, records));
  return Object.fromEntries(
    bladen.map(([naam, rijen]) => (naam === van ? [naar, verander(rijen)] : [naam, rijen])),
  );
}

const zonderSleutels = ([titels = [], , ...rijen]: Bladen[string]) => [titels, ...rijen];
const metId =
  (...namen: readonly (string | undefined)[]) =>
  (rijen: Bladen[string]): Bladen[string] =>
    rijen.map((rij, index) => (index < namen.length ? [namen[index], ...rij.slice(1)] : rij));
const lager = (rijen: Bladen[string]) => [...Array.from({ length: 12 }, () => ['x']), ...rijen];

describe('a template with a sheet that is not recognised', () => {
  test.each<[string, string, (rijen: Bladen[string]) => Bladen[string]]>([
    ['lost its name and its hidden names', 'Talen', zonderSleutels],
    ['has other headings', 'Taalbeheersing', ([, , ...rijen]) => [['Wie', 'Wat'], ...rijen]],
    ['is a copy with other headings', 'Taalbeheersing (2)', ([, , ...rijen]) => [['Wie', 'Wat'], ...rijen]],
    ['has headings of the gemeente', 'Talen', ([, , ...rijen]) => [['Klantnummer', 'Taal'], ...rijen]],
    ['begins too far down', 'Taalbeheersing', lager],
    ['begins too far down under another name', 'Talen', lager],
    ['lost its id', 'Talen', metId('Wie', 'Wie')],
  ])('because it %s is refused, and named', async (_, naam, verander) => {
    await expect(lees(met('Taalbeheersing', naam, verander))).rejects.toMatchObject({
      code: 'bestand-kolommen',
      message: expect.stringMatching(/^Het blad “.*” lijkt .* van het sjabloon te zijn/),
      plaats: { blad: naam },
    });
  });

  test('because it is of the user’s own is read as before', async () => {
    const gelezen = await lees({
      ...gevuld(werkzoekende, records),
      Uitleg: [['Taalbeheersing', 'Nul, één of meer rijen']],
      Lijst: [
        ['ID', 'Beroep'],
        ['101', 'Timmerman'],
      ],
      Interesse: [['Niet gebruikt'], ['Zie Jan']],
      Notities: [
        ['Klantnummer', 'Opmerking'],
        ['a', 'bellen'],
      ],
      Codes: [
        ['Code taal', 'Code niveau taalbeheersing lezen'],
        ['nld', '2'],
      ],
      Velden: [
        ['Bemiddelingspostcode', 'mobiliteit.bemiddelingspostcode'],
        ['ID werkzoekende', 'idWerkzoekende'],
      ],
      'Sector (2)': [['Sectoren'], ['VOORBEELD']],
    });
    expect(gelezen.map(({ record }) => record)).toEqual(records);
  });
});

describe('a template of which the main sheet is not recognised', () => {
  test.each<[string, string, string, (rijen: Bladen[string]) => Bladen[string]]>([
    ['A2', 'idWerkzoekende', 'Werkzoekenden', metId('Klantnr', 'Klantnr')],
    ['A2', 'idWerkzoekende', 'Klanten', metId('Nr', undefined)],
    ['A1', 'ID werkzoekende', 'Werkzoekenden', (rijen) => metId('Klantnr')(zonderSleutels(rijen))],
  ])('names the cell %s and what belongs there', async (cel, kop, naam, verander) => {
    const poging = lees(met('Werkzoekenden', naam, verander));
    await expect(poging).rejects.toMatchObject({ code: 'bestand-kolommen', plaats: { blad: naam, cel } });
    await expect(poging).rejects.toThrow(new RegExp(`^Op blad “${naam}” .* in cel ${cel}.* “${kop}”`));
  });

  test('because its tab has another name says so', async () => {
    await expect(lees(met('Werkzoekenden', 'Klanten', zonderSleutels))).rejects.toThrow(
      /^Het blad “Klanten” lijkt het eerste blad .* de naam “Werkzoekenden”/,
    );
    await expect(lees(met('Werkzoekenden', 'Werkzoekenden', lager))).rejects.toThrow(/bovenaan/);
  });
});
