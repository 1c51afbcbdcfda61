import { expect, test } from '@jest/globals';
import { kiesLezer } from '../../../activities/aanlevering/kies-lezer.ts';
import { leesXlsx } from '../../../activities/aanlevering/tabel/xlsx/lees-xlsx.ts';
import { schrijfXlsx } from '../../../activities/foutenbestand/xlsx/schrijf-xlsx.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { Opvang, foutenOp } from '../foutenbestand/opvang.ts';
import { geheugenBestand } from '../../support/geheugen-bestand.ts';
import { leesAlles } from '../../support/lees-alles.ts';
import { maakOds } from '../../support/ods-maker.ts';
import { maakXlsx } from '../../support/xlsx-maker.ts';

/** A program that writes formulas without calculating them leaves nothing where the result belongs. */
const formule = '<c><f>A1</f><v></v></c>';
const cel = (inhoud: string): string =>
  inhoud === '=' ? formule : `<c t="inlineStr"><is><t>${inhoud}</t></is></c>`;
const xlsx = (...rijen: readonly (readonly string[])[]): Buffer =>
  maakXlsx({ rijen: rijen.map((rij) => `<row>${rij.map(cel).join('')}</row>`).join('') });

async function lees(inhoud: Buffer) {
  const bestand = geheugenBestand(inhoud);
  const { lees: lezer } = await kiesLezer(bestand, soorten.werkzoekende);
  const records = await leesAlles(lezer(bestand));
  return records.map(({ regel, verwijderen = false, fouten }) => ({
    regel,
    verwijderen,
    fouten: fouten.map(({ melding, code }) => `${code}: ${melding}`),
  }));
}

const zonderUitkomst = (plek: string): unknown =>
  expect.stringMatching(
    new RegExp(`^cel: ${plek}: .* heeft geen uitkomst: .*sla het op en lever het opnieuw aan\\.$`),
  );

test.each([
  ['of own columns', ['ID', 'Postcode', 'Uren', 'Mutatie']],
  [
    'of the template',
    [
      'idWerkzoekende',
      'mobiliteit.bemiddelingspostcode',
      'werktijden.aantalWerkurenPerWeekMaximaal',
      'mutatie',
    ],
  ],
])('a formula that was never calculated is a fault in a file %s, never an empty cell', async (_, koppen) => {
  const gelezen = await lees(
    xlsx(koppen, ['a', '1012AB', '='], ['=', '1012AB', '32'], ['b', '1012AB', '32', '='], ['=', '=', '=']),
  );
  expect(gelezen).toEqual([
    { regel: 2, verwijderen: false, fouten: [zonderUitkomst('Cel C2')] },
    { regel: 3, verwijderen: false, fouten: [zonderUitkomst('Cel A3')] },
    { regel: 4, verwijderen: false, fouten: [expect.stringContaining('mutatie-onbekend: Cel D4')] },
    { regel: 5, verwijderen: false, fouten: ['A5', 'B5', 'C5'].map((plek) => zonderUitkomst(`Cel ${plek}`)) },
  ]);
});

test('a formula of an .ods file that was never calculated is a fault as well', async () => {
  const tekst = (inhoud: string): string =>
    `<table:table-cell office:value-type="string"><text:p>${inhoud}</text:p></table:table-cell>`;
  const rij = (...cellen: readonly string[]): string =>
    `<table:table-row>${cellen.join('')}</table:table-row>`;
  const ods = maakOds(
    rij(tekst('ID'), tekst('Postcode'), tekst('Uren')) +
      rij(tekst('a'), tekst('1012AB'), '<table:table-cell table:formula="of:=16*2"/>'),
  );
  expect(await lees(ods)).toEqual([{ regel: 2, verwijderen: false, fouten: [zonderUitkomst('Cel C2')] }]);
});

test('a formula whose result is an empty text is an empty cell', async () => {
  const leeg = '<row><c t="inlineStr"><is><t>a</t></is></c><c/><c t="str"><f>""</f><v></v></c></row>';
  const koppen = `<row>${['ID', 'Postcode', 'Uren'].map(cel).join('')}</row>`;
  expect(await lees(maakXlsx({ rijen: koppen + leeg }))).toEqual([
    { regel: 2, verwijderen: false, fouten: [] },
  ]);
});

test('the file that is given back says so again when it is delivered as it is', async () => {
  const bestand = geheugenBestand(xlsx(['ID', 'Postcode', 'Uren'], ['a', '1012AB', '=']));
  const opvang = new Opvang();
  await schrijfXlsx(bestand, leesXlsx, foutenOp('Blad1', []), opvang);
  expect((await lees(opvang.inhoud)).map(({ fouten }) => fouten)).toEqual([
    [expect.stringContaining('cel: Cel C2')],
  ]);
});
