import { expect, test } from '@jest/globals';
import { kiesLezer } from '../../../activities/aanlevering/kies-lezer.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { geheugenBestand } from '../../support/geheugen-bestand.ts';
import { leesAlles } from '../../support/lees-alles.ts';
import { maakXlsx } from '../../support/xlsx-maker.ts';

async function lees(inhoud: Uint8Array | string) {
  const bestand = geheugenBestand(inhoud);
  const { lees: lezer } = await kiesLezer(bestand, soorten.werkzoekende);
  const records = await leesAlles(lezer(bestand));
  return records.map(({ record, fouten }) => [
    record?.['idWerkzoekende'],
    ...fouten.map(({ code, melding }) => `${code}: ${melding}`),
  ]);
}

const cel = (adres: string, tekst: string): string =>
  `<c r="${adres}" t="inlineStr"><is><t>${tekst}</t></is></c>`;
const tabel =
  `<row r="1">${cel('A1', 'ID')}${cel('B1', 'Postcode')}</row>` +
  `<row r="2">${cel('A2', 'a')}${cel('B2', '1012AB')}</row>`;

test('a table that one cell makes too wide is refused with that cell', async () => {
  const xlsx = maakXlsx({ rijen: `${tabel}<row r="3">${cel('A3', 'b')}${cel('XFD3', 'x')}</row>` });
  await expect(lees(xlsx)).rejects.toMatchObject({
    code: 'bestand-te-groot',
    message: expect.stringMatching(
      /“Blad1” is te breed: .* cel XFD3, .* 1\.000 kolommen \(tot en met ALL\)\. Verwijder/,
    ),
    plaats: { blad: 'Blad1', cel: 'XFD3' },
  });
  await expect(lees(`ID;Postcode\na;1012AB\nb;1012AB${';'.repeat(1_200)}x`)).rejects.toMatchObject({
    message: expect.stringContaining('Dit bestand is te breed: er staat nog iets in cel ATF3'),
  });
});

test('a cell far below a table is a fault that names it', async () => {
  const xlsx = maakXlsx({ rijen: `${tabel}${leeg(300)}<row r="1048576">${cel('XFD1048576', 'x')}</row>` });
  expect((await lees(xlsx)).filter(([, ...fouten]) => fouten.length > 0)).toEqual([
    [undefined, expect.stringMatching(/^naast-tabel: Cel XFD1048576: Deze rij is geen record: .*Verwijder/)],
  ]);
});

/** More rows than are looked at to find the columns. */
const leeg = (aantal: number): string =>
  Array.from(
    { length: aantal },
    (_, nummer) => `<row r="${nummer + 3}">${cel(`A${nummer + 3}`, `b${nummer}`)}</row>`,
  ).join('');
