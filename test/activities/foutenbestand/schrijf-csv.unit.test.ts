import { expect, test } from '@jest/globals';
import { leesCsv } from '../../../activities/aanlevering/tabel/csv/lees-csv.ts';
import { csvRij } from '../../../activities/foutenbestand/csv/csv-rij.ts';
import { schrijfCsv } from '../../../activities/foutenbestand/csv/schrijf-csv.ts';
import { schrijfLijst } from '../../../activities/foutenbestand/csv/schrijf-lijst.ts';
import type { Fouten } from '../../../activities/foutenbestand/lees-fouten.ts';
import { geheugenBestand } from '../../support/geheugen-bestand.ts';
import { leesAlles } from '../../support/lees-alles.ts';
import { Willekeur } from '../../support/willekeur.ts';
import { fout, foutenOp, Opvang } from './opvang.ts';

async function terug(inhoud: Uint8Array | string, fouten: Fouten): Promise<string> {
  const opvang = new Opvang();
  await schrijfCsv(geheugenBestand(inhoud), leesCsv, fouten, opvang);
  return opvang.inhoud.toString();
}

const cellen = async (inhoud: string) =>
  (await leesAlles(leesCsv(geheugenBestand(inhoud)))).map((rij) => [
    rij.rij,
    ...rij.cellen.map((cel) => cel?.tekst ?? ''),
  ]);

test('a file in Windows-1252 comes back in UTF-8 with its mark, its separator and its rows', async () => {
  const begin = Buffer.from('Id;Naam\r\n\r\n001;"Zo\xEB; van\r\ndijk"\r\n002; Bj\xF6rn ;los\r\n', 'latin1');
  const tekst = await terug(begin, foutenOp('', [fout(3, 1, 'Cel B3: mis'), fout(4, null, 'Rij 4: "vol"')]));
  expect(tekst).toBe(
    '\uFEFFId;Naam;;Fouten\r\n\r\n001;"Zoë; van\r\ndijk";;Cel B3: mis\r\n002;" Björn ";los;"Rij 4: ""vol"""\r\n',
  );
});

test('a cell that a spreadsheet would calculate gets an apostrophe, and is read back without it', async () => {
  const begin = `a,b,c,d\r\n=1+1,+SUM(A1),@x,-2+3\r\n-5,+31612345678,'=al,'s-Gravenhage\r\n"\tx",,,\r\n`;
  const tekst = await terug(begin, foutenOp('', [fout(2, 0, '=mis')]));
  expect(tekst).toContain("'=1+1,'+SUM(A1),'@x,'-2+3,'=mis\r\n-5,+31612345678,'=al,'s-Gravenhage");
  const weer = (await cellen(tekst)).map((rij) => rij.slice(0, 5));
  expect(weer).toEqual((await cellen(begin)).map((rij) => [...rij, '', ''].slice(0, 5)));
});

test('nothing is calculated by a program that splits on another separator, and all is read back as it was', async () => {
  const willekeur = new Willekeur(7);
  const tekens = [';', ',', '|', '\t', '\n', "'", '"', '=', '+', '-', '@', 'a', ' ', '5'];
  const tekst = () => Array.from({ length: willekeur.geheel(0, 6) }, () => willekeur.kies(tekens)).join('');
  const tabel = Array.from({ length: 2_000 }, () => ['k', tekst(), tekst(), 'k']);
  for (const scheiding of [',', ';', '\t']) {
    const csv =
      ['k', 'b', 'c', 'k'].join(scheiding) + '\r\n' + tabel.map((rij) => csvRij(rij, scheiding)).join('');
    expect((await cellen(csv)).slice(1).map((rij) => rij.slice(1))).toEqual(tabel);
    for (const ander of [/[,\r\n]/, /[;\r\n]/, /[\t\r\n]/, /[|\r\n]/]) {
      const delen = csv.split(ander).map((deel) => deel.replace(/^"+/, ''));
      expect(
        delen.filter(
          (deel) => /^[=+\-@]/.test(deel) && !/^[+-][0-9]+(?:[.,][0-9]+)*(?:$|[";,|\t])/.test(deel),
        ),
      ).toEqual([]);
    }
  }
});

test('a column of earlier faults is written anew', async () => {
  const eerst = await terug('a;b\r\n1;2\r\n3;4\r\n', foutenOp('', [fout(2, 0, 'oud')]));
  expect(await terug(eerst, foutenOp('', [fout(3, 0, 'nieuw')]))).toBe(
    '\uFEFFa;b;Fouten\r\n1;2;\r\n3;4;nieuw\r\n',
  );
});

test('the faults of a file without cells are a list', async () => {
  const opvang = new Opvang();
  await schrijfLijst(
    foutenOp('', [
      fout(7, null, 'Het veld ontbreekt.', { pad: '/adres', record_id: '=id', code: 'verplicht' }),
    ]),
    opvang,
  );
  expect(opvang.inhoud.toString()).toBe(
    "\uFEFFRegel;Id;Plaats in het record;Ernst;Code;Fout\r\n7;'=id;/adres;fout;verplicht;Het veld ontbreekt.\r\n",
  );
});
