import { describe, expect, test } from '@jest/globals';
import { standaardGrenzen } from '../../../../activities/aanlevering/tabel/grenzen.ts';
import { leesOds } from '../../../../activities/aanlevering/tabel/ods/lees-ods.ts';
import { leesXlsx } from '../../../../activities/aanlevering/tabel/xlsx/lees-xlsx.ts';
import { geheugenBestand } from '../../../support/geheugen-bestand.ts';
import { leesAlles, weigering } from '../../../support/lees-alles.ts';
import { maakOds } from '../../../support/ods-maker.ts';
import { maakXlsx, type XlsxDelen, xlsxDelen } from '../../../support/xlsx-maker.ts';
import { schrijfZip } from '../../../support/zip-schrijver.ts';

const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const xlsx = (delen: XlsxDelen): ReturnType<typeof leesXlsx> => leesXlsx(geheugenBestand(maakXlsx(delen)));
const rijen = (inhoud: string): ReturnType<typeof leesXlsx> => xlsx({ rijen: inhoud, pak: true });

describe('a workbook that lies about its cells', () => {
  test.each([
    ['a row below the sheet', '<row r="1048577"><c><v>1</v></c></row>', 'bestand-te-groot', 'A1048577'],
    ['a column beside the sheet', '<row r="3"><c r="XFE3"><v>1</v></c></row>', 'bestand-te-groot', 'XFE3'],
    [
      'a cell in a far row',
      '<row r="3"><c r="A99999999"><v>1</v></c></row>',
      'bestand-te-groot',
      'A99999999',
    ],
    ['a cell of another row', '<row r="3"><c r="A4"><v>1</v></c></row>', 'bestand-beschadigd', 'A3'],
    ['a row that comes twice', '<row r="3"><c><v>1</v></c></row><row r="3"/>', 'bestand-beschadigd', 'A3'],
    ['rows out of order', '<row r="3"/><row r="2"/>', 'bestand-beschadigd', 'A3'],
    [
      'a cell that comes twice',
      '<row r="3"><c r="B3"><v>1</v></c><c r="B3"><v>2</v></c></row>',
      'bestand-beschadigd',
      'B3',
    ],
    ['an impossible address', '<row r="3"><c r="3B"><v>1</v></c></row>', 'bestand-beschadigd', 'A3'],
    [
      'a shared text between two others',
      '<row r="3"><c r="B3" t="s"><v>0.5</v></c></row>',
      'bestand-beschadigd',
      'B3',
    ],
    [
      'a shared text before the first',
      '<row r="3"><c r="B3" t="s"><v>-1</v></c></row>',
      'bestand-beschadigd',
      'B3',
    ],
    [
      'a shared text that is not there',
      '<row r="3"><c r="B3" t="s"><v>7</v></c></row>',
      'bestand-beschadigd',
      'B3',
    ],
    [
      'a text that no cell can hold',
      `<row r="3"><c r="B3" t="str"><v>${'x'.repeat(32_768)}</v></c></row>`,
      'bestand-te-groot',
      'B3',
    ],
  ])('%s is refused by name', async (_naam, inhoud, code, cel) => {
    expect(await weigering(rijen(inhoud))).toMatchObject({ code, plaats: { blad: 'Blad1', cel } });
  });

  const lang = 'x'.repeat(32_767);
  test.each<[string, XlsxDelen, string]>([
    [
      'a text of many runs that no cell can hold',
      {
        rijen: `<row r="3"><c r="B3" t="inlineStr"><is>${`<r><t>${lang}</t></r>`.repeat(200)}</is></c></row>`,
      },
      'B3',
    ],
    [
      'a value of many pieces that no cell can hold',
      { rijen: `<row r="3"><c r="B3" t="str"><v>${`${lang}<x/>`.repeat(200)}</v></c></row>` },
      'B3',
    ],
    [
      'a shared text that no cell can hold',
      { teksten: `<si><t>${lang}x</t></si>`, rijen: '<row r="3"><c r="B3" t="s"><v>0</v></c></row>' },
      'B3',
    ],
    [
      'a row that no record can hold',
      { teksten: `<si><t>${lang}</t></si>`, rijen: `<row r="3">${'<c t="s"><v>0</v></c>'.repeat(33)}</row>` },
      'AG3',
    ],
  ])('%s is refused by name, and not kept', async (_naam, delen, cel) => {
    expect(await weigering(xlsx({ ...delen, pak: true }))).toMatchObject({
      code: 'bestand-te-groot',
      plaats: { blad: 'Blad1', cel },
    });
  });

  test('more columns than a sheet has, without references, is refused', async () => {
    expect((await weigering(rijen(`<row>${'<c/>'.repeat(16_385)}</row>`))).code).toBe('bestand-te-groot');
  });
});

describe('hostile XML', () => {
  const bom = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';
  test.each([
    [
      'a DOCTYPE with entities',
      `<?xml version="1.0"?>${bom}<worksheet xmlns="${NS}"><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`,
      'bestand-onveilig',
    ],
    [
      'an unknown entity',
      `<worksheet xmlns="${NS}"><sheetData><row><c t="str"><v>&constructor;</v></c></row></sheetData></worksheet>`,
      'bestand-beschadigd',
    ],
    ['endless nesting', '<a>'.repeat(300), 'bestand-beschadigd'],
    ['an endless comment', `<worksheet><!--${'x'.repeat(2_000_000)}`, 'bestand-te-groot'],
    ['an endless tag', `<worksheet ${'a '.repeat(1_000_000)}`, 'bestand-beschadigd'],
    ['an endless attribute', `<worksheet a="${'x'.repeat(2_000_000)}`, 'bestand-te-groot'],
    [
      'an endless text',
      `<worksheet xmlns="${NS}"><sheetData><row><c t="str"><v>${'x'.repeat(2_000_000)}`,
      'bestand-te-groot',
    ],
    ['an unfinished document', `<worksheet xmlns="${NS}"><sheetData><row>`, 'bestand-beschadigd'],
    ['no sheet', '<html/>', 'bestand-beschadigd'],
    ['no UTF-8', Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe]), 'bestand-beschadigd'],
    ['nothing', '', 'bestand-beschadigd'],
  ])('%s is refused', async (_naam, blad, code) => {
    expect((await weigering(xlsx({ blad, pak: true }))).code).toBe(code);
  });
});

describe('hostile archives', () => {
  const klein = {
    ...standaardGrenzen.zip,
    verhoudingVanaf: 1_000_000,
    onderdeelBytes: 5_000_000,
    totaalBytes: 8_000_000,
  };
  const grenzen = { ...standaardGrenzen, zip: klein };
  const blad = (inhoud: string): string =>
    `<worksheet xmlns="${NS}"><sheetData>${inhoud}</sheetData></worksheet>`;
  const leeg = '<row></row>'.repeat(200_000);

  test('a bomb is refused by what its header says', async () => {
    const bestand = geheugenBestand(maakXlsx({ blad: blad(leeg), pak: true }));
    expect((await weigering(leesXlsx(bestand, { grenzen }))).code).toBe('bestand-te-groot');
  });

  test('a bomb whose header lies is refused by what comes out of it', async () => {
    const delen = xlsxDelen({ blad: blad(leeg), pak: true }).map((deel) =>
      deel.naam.includes('sheet1') ? { ...deel, beweer: { bytes: 900_000 } } : deel,
    );
    expect((await weigering(leesXlsx(geheugenBestand(schrijfZip(delen)), { grenzen }))).code).toBe(
      'bestand-beschadigd',
    );
  });

  test('a part beyond the absolute limit is refused', async () => {
    const extra = [{ naam: 'xl/media/x.bin', inhoud: Buffer.alloc(6_000_000, 'abc'), pak: false }];
    expect((await weigering(leesXlsx(geheugenBestand(maakXlsx({ extra })), { grenzen }))).code).toBe(
      'bestand-te-groot',
    );
  });

  test('more parts than a workbook has are refused', async () => {
    const extra = Array.from({ length: 5_000 }, (_, i) => ({ naam: `x/${i}`, inhoud: '' }));
    expect((await weigering(xlsx({ extra }))).code).toBe('bestand-te-groot');
  });

  test('more shared text than fits in memory is refused with the way out', async () => {
    const teksten = `<si><t>${'x'.repeat(1000)}</t></si>`.repeat(200);
    const opties = { grenzen: { ...standaardGrenzen, tekstTabelBytes: 100_000 } };
    const fout = await weigering(leesXlsx(geheugenBestand(maakXlsx({ teksten, pak: true })), opties));
    expect(fout.code).toBe('bestand-te-groot');
    expect(fout.message).toContain('CSV');
  });

  test.each([['../buiten.xml'], ['/etc/passwd'], ['C:\\x.xml'], ['xl\\..\\..\\x']])(
    'a part named %s is refused',
    async (naam) => {
      expect((await weigering(xlsx({ extra: [{ naam, inhoud: 'x' }] }))).code).toBe('bestand-onveilig');
    },
  );

  test('a part that comes twice, but for its case, is refused', async () => {
    const extra = [{ naam: 'XL/Workbook.xml', inhoud: '<workbook/>' }];
    expect((await weigering(xlsx({ extra }))).code).toBe('bestand-beschadigd');
  });

  test('parts that share their bytes are refused', async () => {
    const extra = [{ naam: 'xl/nog-eens.xml', inhoud: 'x', beweer: { plek: 0 } }];
    expect((await weigering(xlsx({ extra }))).code).toBe('bestand-beschadigd');
  });

  test('an encrypted part is said to be encrypted', async () => {
    const delen = xlsxDelen({}).map((deel) => ({ ...deel, pak: true, beweer: { vlaggen: 1 } }));
    expect((await weigering(leesXlsx(geheugenBestand(schrijfZip(delen))))).code).toMatch(
      /versleuteld|beschadigd/,
    );
  });

  test('a wrong checksum is damage', async () => {
    const delen = xlsxDelen({ rijen: '<row><c><v>1</v></c></row>' }).map((deel) =>
      deel.naam.includes('sheet1') ? { ...deel, beweer: { crc: 1 } } : deel,
    );
    expect((await weigering(leesXlsx(geheugenBestand(schrijfZip(delen))))).code).toBe('bestand-beschadigd');
  });

  test('a file that is cut off anywhere is refused, and what storage fails with is no fault of the file', async () => {
    const heel = maakXlsx({ rijen: '<row><c><v>1</v></c></row>', pak: true });
    for (let lengte = 4; lengte < heel.length; lengte += 97) {
      const fout = await weigering(leesXlsx(geheugenBestand(heel.subarray(0, lengte))));
      expect(fout.code).toBe('bestand-afgekapt');
    }
    const weg = new Error('database is gone');
    const bestand = geheugenBestand(heel);
    await expect(leesAlles(leesXlsx({ ...bestand, lees: () => Promise.reject(weg) }))).rejects.toBe(weg);
    const stroom = (): AsyncIterable<Uint8Array> => ({
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(weg) }),
    });
    await expect(leesAlles(leesXlsx({ ...bestand, stroom }))).rejects.toBe(weg);
  });
});

describe('repetition in an .ods', () => {
  const cel = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>';
  const ods = (inhoud: string): ReturnType<typeof leesOds> => leesOds(geheugenBestand(maakOds(inhoud)));
  const keer = (aantal: string, binnen = cel): string =>
    `<table:table-row table:number-rows-repeated="${aantal}">${binnen}</table:table-row>`;
  const breed = (aantal: string): string =>
    cel.replace('office:', `table:number-columns-repeated="${aantal}" office:`);

  test('of empty rows and cells costs nothing', async () => {
    const rij = `${keer('1048570', '<table:table-cell table:number-columns-repeated="16384"/>')}${keer('1')}`;
    const [enige] = await leesAlles(ods(rij));
    expect(enige?.rij).toBe(1_048_571);
  });

  test.each([
    ['more rows than a sheet has', keer('1048577')],
    ['more columns than a sheet has', keer('1', breed('16385'))],
    ['a text over a whole row', keer('1', breed('40').replace('>x<', `>${'x'.repeat(32_767)}<`))],
    ['a full sheet from one line', keer('1048576', breed('16384'))],
    [
      'a cell that asks for a billion spaces',
      keer('1', cel.replace('>x<', '><text:s text:c="1000000000"/><')),
    ],
  ])('of %s is refused', async (_naam, inhoud) => {
    expect(await weigering(ods(inhoud))).toMatchObject({
      code: 'bestand-te-groot',
      plaats: { blad: 'Blad1' },
    });
  });

  test.each(['0', '-1', '1e99', 'x'])('of %s times is damage', async (aantal) => {
    expect((await weigering(ods(keer(aantal)))).code).toBe('bestand-beschadigd');
  });
});
