import { describe, expect, test } from '@jest/globals';
import { maakPartijen } from '../../../activities/aanlevering/controle/maak-partijen.ts';
import { kiesLezer } from '../../../activities/aanlevering/kies-lezer.ts';
import type { Modus } from '../../../domain/aanleveringen/wensen.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { geheugenBestand } from '../../support/geheugen-bestand.ts';
import { leesAlles } from '../../support/lees-alles.ts';
import { maakOds } from '../../support/ods-maker.ts';
import { maakXlsx } from '../../support/xlsx-maker.ts';

const { werkzoekende: soort } = soorten;

const cellen: Readonly<Record<string, string>> = {
  '': '<c/>',
  '=': '<c><f>A1</f><v></v></c>',
  '#N/A': '<c t="e"><v>#N/A</v></c>',
  '#REF!': '<c t="e"><f>#REF!</f><v>#REF!</v></c>',
};
const cel = (inhoud: string): string => cellen[inhoud] ?? `<c t="inlineStr"><is><t>${inhoud}</t></is></c>`;
const xlsx = (...rijen: readonly (readonly string[])[]): Buffer =>
  maakXlsx({ rijen: rijen.map((rij) => `<row>${rij.map(cel).join('')}</row>`).join('') });

async function lever(inhoud: Uint8Array | string, modus: Modus = 'mutaties') {
  const bestand = geheugenBestand(inhoud);
  const { lees } = await kiesLezer(bestand, soort);
  const [partij] = await leesAlles(maakPartijen({ soort, modus }, lees(bestand), 100));
  if (partij === undefined) throw new Error('Nothing was read');
  return {
    goed: partij.records.map(({ record_id }) => record_id),
    weg: partij.verwijderingen.map(({ record_id }) => record_id),
    geweigerd: partij.geweigerd.map(({ record_id }) => record_id),
    zonder: partij.telling.zonderToestemming,
    fouten: partij.fouten.map(({ pad, melding }) => `${pad} ${melding}`),
  };
}

const foutmelding = (plek: string): string =>
  `/toestemming Cel ${plek}: Toestemming bevat een foutmelding van het rekenprogramma; vul de waarde zelf in.`;
const zonderUitkomst = (plek: string): unknown =>
  expect.stringMatching(new RegExp(`^/toestemming Cel ${plek}: Toestemming heeft geen uitkomst: .*formule`));

describe.each([
  ['of own columns', ['ID', 'Postcode', 'Toestemming']],
  ['of the template', ['idWerkzoekende', 'mobiliteit.bemiddelingspostcode', 'Toestemming']],
])('consent that cannot be read in a file %s', (_, koppen) => {
  const inhoud = xlsx(
    koppen,
    ['a', '1012AB', 'Ja'],
    ['b', '1012AB', '#N/A'],
    ['c', '1012AB', '#REF!'],
    ['d', '1012AB', '='],
    ['e', '1012AB', 'Nee'],
    ['f', '1012AB', ''],
    ['g', '1012AB', 'misschien'],
  );

  test.each(['volledig', 'mutaties'] as const)(
    'is a fault of its cell and no withdrawal, with modus=%s',
    async (modus) => {
      expect(await lever(inhoud, modus)).toEqual({
        goed: ['a'],
        weg: modus === 'mutaties' ? ['e', 'f', 'g'] : [],
        geweigerd: ['e', 'f', 'g'],
        zonder: 3,
        fouten: [foutmelding('C3'), foutmelding('C4'), zonderUitkomst('C5')],
      });
    },
  );

  test('without an id is a fault in an upload of changes, where nothing could be withdrawn', async () => {
    const rijen = [koppen, ['a', '1012AB', 'Ja'], ['', '1012AB', 'Nee'], ['', '', 'Nee']];
    expect(await lever(xlsx(...rijen), 'volledig')).toMatchObject({ goed: ['a'], zonder: 1, fouten: [] });
    expect(await lever(xlsx(...rijen))).toMatchObject({
      ...{ goed: ['a'], weg: [], zonder: 1 },
      fouten: [
        '/idWerkzoekende Rij 3: ID werkzoekende ontbreekt; zonder id kan UM dit record zonder toestemming niet weghalen. Vul het id in, of verwijder de rij.',
      ],
    });
  });

  test('does not keep a record from being deleted', async () => {
    const { weg, fouten } = await lever(xlsx([...koppen, 'Mutatie'], ['a', '', '#N/A', 'verwijderen']));
    expect([weg, fouten]).toEqual([['a'], []]);
  });

  test('says nothing where it was drawn on below the last row', async () => {
    const { goed, zonder, fouten } = await lever(xlsx(koppen, ['a', '1012AB', 'Ja'], ['', '', '#N/A']));
    expect([goed, zonder, fouten]).toEqual([['a'], 0, []]);
  });

  test.each(['#N/B', '#VERW!', '#N/A'])('is one in a CSV file that says %s', async (fout) => {
    const csv = [koppen, ['a', '1012AB', fout], ['b', '1012AB', 'Nee']]
      .map((rij) => rij.join(';'))
      .join('\n');
    const { weg, fouten } = await lever(csv);
    expect([weg, fouten]).toEqual([['b'], [foutmelding('C2')]]);
  });

  test('is one where the cell shows its formula', async () => {
    const { weg, fouten } = await lever(xlsx(koppen, ['a', '1012AB', '=VERT.ZOEKEN(A2;X:Y;2)']));
    expect([weg, fouten]).toEqual([
      [],
      [expect.stringMatching(/^\/toestemming Cel C2: .*niet wordt uitgerekend/)],
    ]);
  });
});

test.each([
  ['ID', 'Postcode'],
  ['idWerkzoekende', 'mobiliteit.bemiddelingspostcode'],
])('doubt is no consent and no withdrawal below %s', async (...koppen) => {
  const antwoorden = ['Ja?', '≠ ja', 'Ja.', 'Nee'];
  const { goed, weg, fouten } = await lever(
    xlsx(
      [...koppen, 'Toestemming'],
      ...antwoorden.map((antwoord, index) => [`k${index}`, '1012AB', antwoord]),
    ),
  );
  expect([goed, weg]).toEqual([['k2'], ['k3']]);
  expect(fouten).toEqual(
    ['C2', 'C3'].map((plek) =>
      expect.stringContaining(`Cel ${plek}: Toestemming lijkt op “Ja” maar is het niet precies; vul “Ja” in`),
    ),
  );
});

test('a no in one column outweighs what cannot be read in another', async () => {
  const koppen = ['idWerkzoekende', 'mobiliteit.bemiddelingspostcode', 'Toestemming', 'Akkoord delen'];
  const { weg, fouten } = await lever(
    xlsx(koppen, ['a', '1012AB', '#N/A', 'Nee'], ['b', '1012AB', 'Ja', '#N/A']),
  );
  expect([weg, fouten]).toEqual([['a'], [foutmelding('D3')]]);
});

test('a formula of an .ods file that was never calculated is no answer either', async () => {
  const tekst = (inhoud: string): string =>
    `<table:table-cell office:value-type="string"><text:p>${inhoud}</text:p></table:table-cell>`;
  const rij = (...inhoud: readonly string[]): string =>
    `<table:table-row>${inhoud.join('')}</table:table-row>`;
  const ods = maakOds(
    rij(tekst('ID'), tekst('Postcode'), tekst('Toestemming')) +
      rij(tekst('a'), tekst('1012AB'), '<table:table-cell table:formula="of:=VLOOKUP([.A2];[.X1:.Y9];2)"/>'),
  );
  const { weg, fouten } = await lever(ods);
  expect([weg, fouten]).toEqual([[], [zonderUitkomst('C2')]]);
});
