import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { standaardGrenzen } from '../../../../activities/aanlevering/tabel/grenzen.ts';
import { herken } from '../../../../activities/aanlevering/tabel/herken/herken.ts';
import { tabelLezers } from '../../../../activities/aanlevering/tabel/lees-tabel.ts';
import { OnleesbaarBestand } from '../../../../domain/validatie/onleesbaar-bestand.ts';
import { geheugenBestand } from '../../../support/geheugen-bestand.ts';
import { maakOds } from '../../../support/ods-maker.ts';
import { vermink } from '../../../support/vermink.ts';
import { Willekeur } from '../../../support/willekeur.ts';
import { maakXlsx } from '../../../support/xlsx-maker.ts';

const POGINGEN = 400;
const HOOGSTENS_RIJEN = 50_000;
const grenzen = { ...standaardGrenzen, herhaaldeCellen: 40_000 };

const BLAD =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46082</v></c></row><row r="2"><c t="inlineStr"><is><t>x_x000D_</t></is></c><c t="b"><v>1</v></c></row>';
const bronnen: Record<string, Uint8Array> = {
  'a stored workbook': maakXlsx({
    rijen: BLAD,
    teksten: '<si><t>tekst</t></si>',
    stijlen: '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>',
  }),
  'a packed workbook': readFileSync(new URL('bestanden/libreoffice.xlsx', import.meta.url)),
  'an .ods': readFileSync(new URL('bestanden/libreoffice.ods', import.meta.url)),
  'a small .ods': maakOds(
    '<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row>',
  ),
  'an old workbook': readFileSync(new URL('bestanden/oud.xls', import.meta.url)),
  'a CSV': readFileSync(new URL('bestanden/windows1252.csv', import.meta.url)),
  'a CSV in UTF-16': readFileSync(new URL('bestanden/utf16.csv', import.meta.url)),
};

async function lees(bytes: Uint8Array): Promise<string> {
  const bestand = geheugenBestand(bytes, 4096);
  try {
    const lezer = tabelLezers[await herken(bestand, grenzen.zip)];
    let rijen = 0;
    for await (const { rij } of lezer?.(bestand, { grenzen }) ?? []) {
      rijen += rij > 0 ? 1 : 0;
      if (rijen > HOOGSTENS_RIJEN) return 'endless';
    }
    return 'read';
  } catch (fout) {
    if (fout instanceof OnleesbaarBestand) return 'refused';
    throw fout;
  }
}

describe('a mutilated file is read or refused, and nothing else', () => {
  test.each(Object.keys(bronnen))('%s', async (naam) => {
    const w = new Willekeur(20_260_301);
    const uitkomsten = new Map<string, number>();
    for (let i = 0; i < POGINGEN; i++) {
      const uitkomst = await lees(vermink(bronnen[naam] ?? Buffer.alloc(0), w));
      uitkomsten.set(uitkomst, (uitkomsten.get(uitkomst) ?? 0) + 1);
    }
    expect(uitkomsten.get('endless')).toBeUndefined();
    expect(uitkomsten.get('refused')).toBeGreaterThan(0);
  });
});
