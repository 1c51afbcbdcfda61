import { describe, expect, test } from '@jest/globals';
import { leesOds } from '../../../../activities/aanlevering/tabel/ods/lees-ods.ts';
import { geheugenBestand } from '../../../support/geheugen-bestand.ts';
import { leesAlles, teksten, weigering } from '../../../support/lees-alles.ts';
import { maakOds } from '../../../support/ods-maker.ts';

const rij = (...cellen: string[]): string => `<table:table-row>${cellen.join('')}</table:table-row>`;
const cel = (attributen: string, inhoud = ''): string =>
  `<table:table-cell ${attributen}>${inhoud}</table:table-cell>`;
const tekst = (inhoud: string): string => cel('office:value-type="string"', inhoud);

async function cellen(...inhoud: string[]): Promise<unknown[]> {
  const rijen = await leesAlles(leesOds(geheugenBestand(maakOds(rij(...inhoud)), 7)));
  return rijen.flatMap((een) => [...een.cellen]);
}

describe('texts', () => {
  test.each([
    ['<text:p>een<text:span> t<text:span>w</text:span>ee</text:span></text:p>', 'een twee'],
    ['<text:p>een</text:p><text:p/><text:p>drie</text:p>', 'een\n\ndrie'],
    ['<text:p>\n  a \n  b<text:s text:c="3"/>c<text:tab/>d<text:line-break/>e\n</text:p>', 'a b   c\td\ne'],
    // As LibreOffice writes and shows it, whatever the standard says of white space.
    ['<text:p> a  b <text:span> c </text:span></text:p>', ' a  b  c '],
    ['<text:p>\n<text:span>\n een\n</text:span>\n twee \n</text:p>', 'een twee'],
    ['<office:annotation><text:p>noot</text:p></office:annotation><text:p>wel</text:p>', 'wel'],
    [
      '<text:p>b<text:ruby><text:ruby-base>asis</text:ruby-base><text:ruby-text>lees</text:ruby-text></text:ruby></text:p>',
      'basis',
    ],
    ['<draw:frame><draw:text-box><text:p>vorm</text:p></draw:text-box></draw:frame><text:p>x</text:p>', 'x'],
    [
      '<text:p><text:a>link</text:a></text:p><table:table><table:table-row><table:table-cell><text:p>nee</text:p></table:table-cell></table:table-row></table:table>',
      'link',
    ],
  ])('%s is %j', async (inhoud, verwacht) => {
    expect(await cellen(tekst(inhoud))).toEqual([{ soort: 'tekst', tekst: verwacht }]);
  });

  test('the value of the attribute goes before what is shown', async () => {
    expect(
      await cellen(cel('office:value-type="string" office:string-value="echt"', '<text:p>getoond</text:p>')),
    ).toEqual([{ soort: 'tekst', tekst: 'echt' }]);
  });
});

describe('values', () => {
  const p = (getoond: string): string => `<text:p>${getoond}</text:p>`;
  test.each([
    [
      'office:value-type="float" office:value="12.50"',
      p('12,5'),
      { soort: 'getal', tekst: '12.5', getal: 12.5 },
    ],
    [
      'office:value-type="float" office:value="12"',
      p('0012'),
      { soort: 'getal', tekst: '12', getal: 12, weergave: '0012' },
    ],
    ['office:value-type="float"', p('12'), { soort: 'fout', tekst: '12', reden: 'ongeldige-waarde' }],
    [
      'office:value-type="float" office:value="0" table:formula="of:=[.A1]+1"',
      p('Err:502'),
      { soort: 'fout', tekst: 'Err:502', reden: 'foutwaarde' },
    ],
    ['office:value-type="percentage" office:value="0.5"', p('50%'), { soort: 'tekst', tekst: '50%' }],
    [
      'office:value-type="currency" office:value="1E+05"',
      p('€'),
      { soort: 'getal', tekst: '100000', getal: 100_000 },
    ],
    [
      'office:value-type="date" office:date-value="2026-03-01"',
      p('x'),
      { soort: 'datum', tekst: '2026-03-01' },
    ],
    [
      'office:value-type="date" office:date-value="2026-03-01T14:30:00.000000000"',
      '',
      { soort: 'datum', tekst: '2026-03-01T14:30:00' },
    ],
    ['office:value-type="time" office:time-value="PT36H05M07S"', '', { soort: 'tijd', tekst: '36:05:07' }],
    ['office:value-type="boolean" office:boolean-value="true"', '', { soort: 'waar', tekst: 'true' }],
    [
      'office:value-type="string" office:string-value="" calcext:value-type="error"',
      p('#N/B'),
      { soort: 'fout', tekst: '#N/B', reden: 'foutwaarde' },
    ],
    [
      'office:value-type="string" office:string-value="" table:formula="of:=NA()"',
      p('#N/B'),
      { soort: 'fout', tekst: '#N/B', reden: 'foutwaarde' },
    ],
    ['table:formula="of:=1+1"', '', { soort: 'fout', tekst: '', reden: 'formule-zonder-uitkomst' }],
    [
      'office:value-type="date" office:date-value="2026-02-30"',
      '',
      { soort: 'fout', tekst: '2026-02-30', reden: 'ongeldige-waarde' },
    ],
    [
      'office:value-type="time" office:time-value="-PT1H"',
      '',
      { soort: 'fout', tekst: '-PT1H', reden: 'ongeldige-waarde' },
    ],
    [
      'office:value-type="float" office:value="NaN"',
      '',
      { soort: 'fout', tekst: 'NaN', reden: 'ongeldige-waarde' },
    ],
  ])('%s', async (attributen, inhoud, verwacht) => {
    expect(await cellen(cel(attributen, inhoud))).toEqual([verwacht]);
  });
});

describe('rows', () => {
  const x = tekst('<text:p>x</text:p>');
  test('count on over empty, repeated, grouped and hidden ones', async () => {
    const rijen = [
      '<table:table-column table:number-columns-repeated="3"/>',
      `<table:table-header-rows>${rij(x)}</table:table-header-rows>`,
      '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>',
      `<table:table-row-group><table:table-row-group>${rij(cel('table:number-columns-repeated="2"'), x)}</table:table-row-group></table:table-row-group>`,
      `<table:table-row table:number-rows-repeated="2" table:visibility="filter">${x}</table:table-row>`,
      rij(
        x,
        '<table:covered-table-cell/>',
        '<table:covered-table-cell table:number-columns-repeated="2"/>',
        x,
      ),
    ];
    const gelezen = await leesAlles(leesOds(geheugenBestand(maakOds(rijen.join('')))));
    expect(
      gelezen.map(({ rij, verborgen, cellen }) => [rij, verborgen, Array.from(cellen, (een) => een?.tekst)]),
    ).toEqual([
      [1, false, ['x']],
      [5, false, [undefined, undefined, 'x']],
      [6, true, ['x']],
      [7, true, ['x']],
      [8, false, ['x', undefined, undefined, undefined, 'x']],
    ]);
  });

  test('leave out what was left in a cell below a merged one, which nobody sees', async () => {
    const gedekt = x.replaceAll('table:table-cell', 'table:covered-table-cell');
    const bestand = geheugenBestand(maakOds(rij(x, gedekt, tekst('<text:p>y</text:p>')) + rij(gedekt)));
    expect(await teksten(leesOds(bestand))).toEqual([['x', undefined, 'y']]);
  });

  test('of a sheet that is not asked for are left out', async () => {
    expect(await leesAlles(leesOds(geheugenBestand(maakOds(rij(x))), { neemBlad: () => false }))).toEqual([]);
  });

  test('read the same under other prefixes', async () => {
    const urn = 'urn:oasis:names:tc:opendocument:xmlns';
    const content = `<o:document-content xmlns:o="${urn}:office:1.0" xmlns="${urn}:table:1.0" xmlns:t="${urn}:text:1.0" xmlns:tb="${urn}:table:1.0"><o:body><o:spreadsheet><table tb:name="B"><table-row><table-cell o:value-type="string"><t:p>ja</t:p></table-cell></table-row></table></o:spreadsheet></o:body></o:document-content>`;
    expect(await teksten(leesOds(geheugenBestand(maakOds('', { content }))))).toEqual([['ja']]);
  });
});

test('a DOCTYPE, a text document and an encrypted file are refused', async () => {
  const lees = (delen: Parameters<typeof maakOds>[1]): ReturnType<typeof leesOds> =>
    leesOds(geheugenBestand(maakOds('', delen)));
  expect((await weigering(lees({ content: '<!DOCTYPE x><x/>' }))).code).toBe('bestand-onveilig');
  expect((await weigering(lees({ content: '<x/>' }))).code).toBe('bestand-beschadigd');
  const manifest = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>';
  expect((await weigering(lees({ manifest }))).code).toBe('bestand-versleuteld');
});
