import { describe, expect, test } from '@jest/globals';
import { leesXlsx } from '../../../../activities/aanlevering/tabel/xlsx/lees-xlsx.ts';
import { geheugenBestand } from '../../../support/geheugen-bestand.ts';
import { leesAlles, teksten } from '../../../support/lees-alles.ts';
import { maakXlsx, type XlsxDelen, xlsxDelen } from '../../../support/xlsx-maker.ts';
import { schrijfZip } from '../../../support/zip-schrijver.ts';

const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

async function cellen(delen: XlsxDelen, stuk?: number): Promise<unknown[]> {
  const rijen = await leesAlles(leesXlsx(geheugenBestand(maakXlsx(delen), stuk)));
  return rijen.flatMap((rij) => [...rij.cellen]);
}

const rij = (...inhoud: string[]): XlsxDelen => ({ rijen: `<row>${inhoud.join('')}</row>` });
const tekst = (waarde: string): unknown => ({ soort: 'tekst', tekst: waarde });
const getal = (waarde: string): unknown => ({ soort: 'getal', tekst: waarde, getal: Number(waarde) });

test('a number of digits beyond measure is none, and costs no more than a text', async () => {
  // Cut in two in every place, each of these would take seconds.
  const cel = `<c><v>${'1'.repeat(32_000)}x</v></c>`;
  const begin = performance.now();
  const gelezen = await cellen(rij(...Array<string>(20).fill(cel)));
  expect(gelezen[0]).toMatchObject({ soort: 'fout', reden: 'ongeldige-waarde' });
  expect(performance.now() - begin).toBeLessThan(5_000);
});

describe('texts', () => {
  test('rich shared strings are put together and their phonetic runs left out', async () => {
    const teksten =
      '<si><r><t>Ja</t></r><r><rPr><b/></rPr><t xml:space="preserve">n </t></r><rPh sb="0" eb="1"><t>FON</t></rPh><phoneticPr fontId="1"/></si>';
    expect(await cellen({ ...rij('<c t="s"><v>0</v></c>'), teksten })).toEqual([tekst('Jan ')]);
  });

  test('rich inline strings are put together', async () => {
    const is = '<is><r><t>een</t></r><r><t> twee</t></r><rPh><t>x</t></rPh></is>';
    expect(await cellen(rij(`<c t="inlineStr">${is}</c>`))).toEqual([tekst('een twee')]);
  });

  test('escapes of characters that XML cannot hold are undone, and those of the escape itself', async () => {
    const si = '<si><t>a_x000D_&#10;b _x005F_x000D_ &amp;amp; _x00e9_</t></si>';
    expect(await cellen({ ...rij('<c t="s"><v>0</v></c>'), teksten: si })).toEqual([
      tekst('a\r\nb _x000D_ &amp; é'),
    ]);
  });

  test('CDATA, entities and pieces cut anywhere give the same text', async () => {
    const delen = rij('<c t="inlineStr"><is><t>é€😀 &lt;<![CDATA[<b>&]]>&#x20AC;</t></is></c>');
    for (const stuk of [1, 2, 3, 7]) expect(await cellen(delen, stuk)).toEqual([tekst('é€😀 <<b>&€')]);
  });

  test.each(['', ' ', '0x0', '0e0', '-0', '1'])('a reference “%s” is no shared string', async (v) => {
    const delen = { ...rij(`<c t="s"><v>${v}</v></c><c><v>2</v></c>`), teksten: '<si><t>een</t></si>' };
    if (v === '') expect(await cellen(delen)).toEqual([undefined, getal('2')]);
    else await expect(cellen(delen)).rejects.toMatchObject({ code: 'bestand-beschadigd' });
  });

  test('half a character is not made into another, whether the text is shared or not', async () => {
    const deel = 'a_xD83D_b _xD83D__xDE00_';
    const delen = rij('<c t="s"><v>0</v></c>', `<c t="inlineStr"><is><t>${deel}</t></is></c>`);
    const gelezen = (await cellen({ ...delen, teksten: `<si><t>${deel}</t></si>` })) as { tekst: string }[];
    expect(gelezen.map((cel) => cel.tekst)).toEqual(['a\0b 😀', 'a\ud83db 😀']);
  });

  test('an empty text is an empty cell', async () => {
    expect(
      await teksten(
        leesXlsx(
          geheugenBestand(
            maakXlsx({ ...rij('<c t="s"><v>0</v></c><c><v>1</v></c>'), teksten: '<si><t/></si>' }),
          ),
        ),
      ),
    ).toEqual([[undefined, '1']]);
  });

  test('a text of a formula is read, an empty one too', async () => {
    const formules = rij('<c t="str"><f>A1</f><v>uit</v></c><c t="str"><f>A1</f><v></v></c><c><v>2</v></c>');
    expect(await cellen(formules)).toEqual([tekst('uit'), undefined, getal('2')]);
  });
});

describe('values', () => {
  test.each([
    ['12', '12'],
    ['12.0', '12'],
    ['1E+05', '100000'],
    ['1.1000000000000001', '1.1'],
    ['1E-7', '0.0000001'],
    ['-0', '0'],
    ['0.5', '0.5'],
    ['.5', '0.5'],
    ['1.5e21', '1500000000000000000000'],
    [' 7 ', '7'],
    ['1234567890123456789', '1234567890123456789'],
    ['-1.25e-10', '-0.000000000125'],
    ['007', '7'],
  ])('the number %s is the text %s', async (ruw, verwacht) => {
    expect(await cellen(rij(`<c><v>${ruw}</v></c>`))).toEqual([getal(verwacht)]);
  });

  test('a format of what a condition colours is of no cell', async () => {
    const stijlen =
      '<numFmts><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="d-m-yyyy"/></numFmts>' +
      '<cellXfs><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>' +
      '<dxfs><dxf><numFmt numFmtId="164" formatCode="General"/></dxf><dxf><numFmt numFmtId="165" formatCode="0"/></dxf></dxfs>';
    expect(await cellen({ ...rij('<c s="0"><v>123</v></c><c s="1"><v>46082</v></c>'), stijlen })).toEqual([
      { soort: 'getal', tekst: '123', getal: 123, weergave: '00123' },
      { soort: 'datum', tekst: '2026-03-01' },
    ]);
  });

  test('a number shown with leading zeros says so', async () => {
    const stijlen =
      '<numFmts><numFmt numFmtId="164" formatCode="0000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>';
    expect(
      await cellen({ ...rij('<c s="1"><v>12</v></c><c s="1"><v>12345</v></c><c><v>1</v></c>'), stijlen }),
    ).toEqual([{ soort: 'getal', tekst: '12', getal: 12, weergave: '0012' }, getal('12345'), getal('1')]);
  });

  test.each(['0000;-0000', '[$-413]0000', '[Red]0000', '0000_ ', '_-* 0000_-;General'])(
    'a format that shows leading zeros may say more: %s',
    async (code) => {
      const stijlen = `<numFmts><numFmt numFmtId="164" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>`;
      expect(await cellen({ ...rij('<c s="0"><v>12</v></c>'), stijlen })).toEqual([
        { soort: 'getal', tekst: '12', getal: 12, weergave: '0012' },
      ]);
    },
  );

  test.each([
    ['<xf numFmtId="9"/>', '1', tekst('100%')],
    ['<xf numFmtId="10"/>', '0.07', tekst('7%')],
    ['<xf numFmtId="164"/>', '0.125', tekst('12.5%')],
    ['<xf numFmtId="165"/>', '32', getal('32')],
  ])('a number with the format %s is what the user sees of it: %s', async (xf, v, verwacht) => {
    const stijlen = `<numFmts><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="0&quot;%&quot;"/></numFmts><cellXfs>${xf}</cellXfs>`;
    expect(await cellen({ ...rij(`<c s="0"><v>${v}</v></c>`), stijlen })).toEqual([verwacht]);
  });

  test('booleans and errors are what they are', async () => {
    expect(await cellen(rij('<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c>'))).toEqual([
      { soort: 'waar', tekst: 'true' },
      { soort: 'waar', tekst: 'false' },
      { soort: 'fout', tekst: '#N/A', reden: 'foutwaarde' },
    ]);
  });

  test('what is no value of its type is a faulty cell, never a guess', async () => {
    const fout = (waarde: string): unknown => ({ soort: 'fout', tekst: waarde, reden: 'ongeldige-waarde' });
    expect(
      await cellen(
        rij(
          '<c><v>abc</v></c><c><v>1e999</v></c><c t="b"><v>ja</v></c><c t="d"><v>2026-02-30</v></c><c t="zz"><v>1</v></c>',
        ),
      ),
    ).toEqual(['abc', '1e999', 'ja', '2026-02-30', '1'].map(fout));
  });

  test('a formula gives its stored result; without one it is a faulty cell', async () => {
    const fout = { soort: 'fout', tekst: '', reden: 'formule-zonder-uitkomst' };
    expect(await cellen(rij('<c><f>1+1</f><v>2</v></c><c><f>1+1</f></c><c><f>1+1</f><v/></c>'))).toEqual([
      getal('2'),
      fout,
      fout,
    ]);
  });

  test('a 0 that a spreadsheet would still calculate is no result', async () => {
    const delen = rij(
      '<c><f>1+1</f><v>0</v></c><c><f>1+1</f><v>2</v></c><c t="str"><f>A1</f><v>0</v></c><c><v>0</v></c>',
    );
    const [eerste, ...rest] = [getal('0'), getal('2'), tekst('0'), getal('0')];
    expect(await cellen(delen)).toEqual([eerste, ...rest]);
    expect(await cellen({ ...delen, werkmapPr: '<calcPr fullCalcOnLoad="1"/>' })).toEqual([
      { soort: 'fout', tekst: '', reden: 'formule-zonder-uitkomst' },
      ...rest,
    ]);
  });
});

describe('places', () => {
  test('cells without a reference follow each other, and rows do', async () => {
    const rijen =
      '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row/><row><c><v>4</v></c></row>';
    const gelezen = await leesAlles(leesXlsx(geheugenBestand(maakXlsx({ rijen }))));
    expect(
      gelezen.map(({ rij, regel, cellen }) => [rij, regel, Array.from(cellen, (cel) => cel?.tekst)]),
    ).toEqual([
      [1, 1, ['1', undefined, undefined, '2', '3']],
      [3, 3, ['4']],
    ]);
  });

  test('hidden rows are read and marked', async () => {
    const rijen = '<row r="2" hidden="1"><c r="A2"><v>1</v></c></row><row r="9"><c r="B9"><v>2</v></c></row>';
    const gelezen = await leesAlles(leesXlsx(geheugenBestand(maakXlsx({ rijen }))));
    expect(gelezen.map(({ rij, verborgen }) => [rij, verborgen])).toEqual([
      [2, true],
      [9, false],
    ]);
  });

  test('cells of a row may come in any order', async () => {
    expect(await cellen(rij('<c r="C1"><v>3</v></c><c r="A1"><v>1</v></c>'))).toEqual([
      getal('1'),
      undefined,
      getal('3'),
    ]);
  });

  test('prefixed XML reads the same, and a foreign namespace never passes for a row', async () => {
    const blad = `<x:worksheet xmlns:x="${NS}" xmlns="urn:ander" xmlns:q="urn:q"><sheetData><row><c><v>9</v></c></row></sheetData><x:sheetData><row><c><v>8</v></c></row><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>ja</x:t></x:is></x:c><q:c><q:v>7</q:v></q:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData><extLst/></x:worksheet>`;
    expect(await cellen({ blad })).toEqual([tekst('ja'), getal('2')]);
  });

  test('a sheet in UTF-16 is read', async () => {
    const xml = `<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="${NS}"><sheetData><row><c t="inlineStr"><is><t>é</t></is></c></row></sheetData></worksheet>`;
    expect(await cellen({ blad: Buffer.from(`\uFEFF${xml}`, 'utf16le') }, 5)).toEqual([tekst('é')]);
  });
});

describe('sheets', () => {
  const werkmap = `<workbook xmlns="${NS}" xmlns:rel="http://purl.oclc.org/ooxml/officeDocument/relationships"><sheets><sheet name="Twee" rel:id="b"/><sheet name="Grafiek" rel:id="g"/><sheet name="Een" state="veryHidden" rel:id="a"/></sheets></workbook>`;
  const relaties = [
    'a|worksheet|/XL/Worksheets/sheet1.xml',
    'b|worksheet|./worksheets/../tweede%20blad.xml',
    'g|chartsheet|chart.xml',
    'z|sharedStrings|weg.xml',
  ]
    .map((regel) => regel.split('|'))
    .map(
      ([id, soort, doel]) =>
        `<Relationship Id="${id ?? ''}" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/${soort ?? ''}" Target="${doel ?? ''}"/>`,
    );
  const bestand = geheugenBestand(
    schrijfZip([
      ...xlsxDelen(rij('<c><v>1</v></c>')).filter(({ naam }) => !naam.includes('workbook.xml')),
      { naam: 'xl/workbook.xml', inhoud: werkmap },
      {
        naam: 'xl/_rels/workbook.xml.rels',
        inhoud: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relaties.join('')}</Relationships>`,
      },
      {
        naam: 'xl/tweede blad.xml',
        inhoud: `<worksheet xmlns="${NS}"><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>`,
      },
    ]),
  );

  test('come in the order of the tabs, with their names, chart sheets left out', async () => {
    const rijen = await leesAlles(leesXlsx(bestand));
    expect(rijen.map(({ blad, cellen }) => [blad, cellen[0]?.tekst])).toEqual([
      [{ nummer: 0, naam: 'Twee', verborgen: false }, '2'],
      [{ nummer: 1, naam: 'Een', verborgen: true }, '1'],
    ]);
  });

  test('are found by the name that the archive spells as the reference does', async () => {
    const delen = xlsxDelen(rij('<c><v>1</v></c>')).map(({ naam, inhoud }) => ({
      naam: naam.replace('sheet1', 'mijn%20blad'),
      inhoud: (inhoud as string).replace('sheet1.xml', 'mijn%20blad.xml'),
    }));
    expect(await teksten(leesXlsx(geheugenBestand(schrijfZip(delen))))).toEqual([['1']]);
  });

  test.each([
    ['officeDocument/2006/relationships', [['1']]],
    ['elders', undefined],
  ])('may declare the prefix of their own reference: %s', async (ns, verwacht) => {
    const sheet = `<sheet d3p1:id="rId1" name="B" xmlns:d3p1="http://schemas.openxmlformats.org/${ns}"/>`;
    const delen = xlsxDelen(rij('<c><v>1</v></c>')).map((deel) =>
      deel.naam === 'xl/workbook.xml'
        ? { ...deel, inhoud: `<workbook xmlns="${NS}"><sheets>${sheet}</sheets></workbook>` }
        : deel,
    );
    const gelezen = teksten(leesXlsx(geheugenBestand(schrijfZip(delen))));
    if (verwacht === undefined) await expect(gelezen).rejects.toMatchObject({ code: 'bestand-beschadigd' });
    else expect(await gelezen).toEqual(verwacht);
  });

  test('are left out when the caller says so, and the caller is asked about each', async () => {
    const namen: string[] = [];
    const neemBlad = ({ naam, verborgen }: { naam: string; verborgen: boolean }): boolean => {
      namen.push(naam);
      return !verborgen;
    };
    expect(await teksten(leesXlsx(bestand, { neemBlad }))).toEqual([['2']]);
    expect(namen).toEqual(['Twee', 'Een']);
  });
});
