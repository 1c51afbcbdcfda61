import { describe, expect, test } from '@jest/globals';
import { leesCsv } from '../../../../activities/aanlevering/tabel/csv/lees-csv.ts';
import { kiesScheiding } from '../../../../activities/aanlevering/tabel/csv/scheidingsteken.ts';
import { geheugenBestand } from '../../../support/geheugen-bestand.ts';
import { leesAlles, teksten, weigering } from '../../../support/lees-alles.ts';

const csv = (inhoud: string | Uint8Array, stuk?: number): ReturnType<typeof leesCsv> =>
  leesCsv(geheugenBestand(inhoud, stuk));
const latin1 = (tekst: string): Buffer => Buffer.from(tekst, 'latin1');

describe('the separator', () => {
  test.each([
    ['a;b;c\n1;2,5;3\n', ';'],
    ['a,b,c\n1,2,3\n', ','],
    ['a\tb\n1,5\t2\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['naam;plaats\n"x, y, z";"a, b"\n', ';'],
    ['"a;b","c"\n"1;2","3"\n', ','],
    ['alleen\neen\nkolom\n', ';'],
    ['a;b\n"een\ntwee, drie";4\n', ';'],
    ['a,b\n1,2', ','],
    ['naam, voornaam;id\nx;1\ny;2\n', ';'],
    ['Overzicht van 1 januari, 2026\na;b;c\n1;2;3\n4;5;6\n', ';'],
    ['Overzicht\n\na,b,c\n1,2,3\n4,5,6\n', ','],
    ['a;b;c;d\n1\n"2,5";x\n3;y;z\n4;y;z\n', ';'],
  ])('of %j is %j', (begin, teken) => {
    expect(kiesScheiding(begin, true)).toEqual({ teken, sepRegel: 0 });
  });

  test("may be said by Excel's own first line, which is no row", async () => {
    const rijen = await leesAlles(csv('sep=,\r\na,b;c\r\n1,2\r\n'));
    expect(rijen.map(({ rij, regel, cellen }) => [rij, regel, cellen.map((cel) => cel?.tekst)])).toEqual([
      [1, 2, ['a', 'b;c']],
      [2, 3, ['1', '2']],
    ]);
  });
});

describe('a file of which the separator keeps nothing apart', () => {
  test.each([
    ['sep=,\na;b;c\n1;2,5;3\n4;5;6\n', 'een komma', 'een puntkomma'],
    ['sep=;\r\na,b\r\n1,2\r\n', 'een puntkomma', 'een komma'],
    ['"sep=|"\na\tb\n1\t2\n', 'een verticale streep', 'een tab'],
    ['sep=#\na;b\n1;2\n', '“#”', 'een puntkomma'],
  ])('because of its own first line is told so: %j', async (inhoud, gezegd, teken) => {
    const fout = await weigering(csv(inhoud));
    expect(fout).toMatchObject({ code: 'bestand-beschadigd', plaats: { regel: 1 } });
    expect(fout.message).toContain(`zegt dat ${gezegd} de kolommen scheidt`);
    expect(fout.message).toContain(`doet ${teken} dat. Haal die regel weg of verbeter hem`);
  });

  test.each([
    ['"a;b;c"\n"1;2;3"\n'],
    ['"a,b,c"\r\n"1,""x, y"",3"\r\n\r\n"4,5,6"'],
    ['a,b,c\n"1,2,""3"""\n"4,5,6"\n'],
    ['sep=;\n"a;b"\n"1;2"\n'],
    ['"a;b;c"'],
  ])('because its lines are quoted as a whole is told so: %j', async (inhoud) => {
    const fout = await weigering(csv(inhoud));
    expect(fout).toMatchObject({ code: 'bestand-beschadigd', plaats: { regel: 1 } });
    expect(fout.message).toContain('als geheel tussen aanhalingstekens');
  });

  test.each([
    [
      'sep=,\na,b\n1,2;3\n',
      [
        ['a', 'b'],
        ['1', '2;3'],
      ],
    ],
    [
      'sep=#\na#b\n1#2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['"Overzicht, 2026"\na;b\n1;2\n', [['Overzicht, 2026'], ['a', 'b'], ['1', '2']]],
    [
      '"a";"b"\n"1, x";""\n',
      [
        ['a', 'b'],
        ['1, x', undefined],
      ],
    ],
    ['"alleen"\n"een"\n', [['alleen'], ['een']]],
  ])('is not taken for one where it does: %j', async (inhoud, verwacht) => {
    expect(await teksten(csv(inhoud))).toEqual(verwacht);
  });
});

describe('the encoding', () => {
  const tekst = 'naam;bedrag\nZoë;€ 5\nFrançois;’s avonds\n';
  const verwacht = [
    ['naam', 'bedrag'],
    ['Zoë', '€ 5'],
    ['François', '’s avonds'],
  ];
  const win1252 = latin1(tekst.replaceAll('€', '\x80').replaceAll('’', '\x92'));
  const utf16be = Buffer.from(tekst, 'utf16le').swap16();

  test.each([
    ['UTF-8', Buffer.from(tekst)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${tekst}`)],
    ['Windows-1252', win1252],
    ['UTF-16 LE with a mark', Buffer.from(`\uFEFF${tekst}`, 'utf16le')],
    ['UTF-16 LE', Buffer.from(tekst, 'utf16le')],
    ['UTF-16 BE with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be])],
    ['UTF-16 BE', utf16be],
  ])('%s is read, however it is cut up', async (_naam, bytes) => {
    for (const stuk of [1, 2, 3, 1000]) expect(await teksten(csv(bytes, stuk))).toEqual(verwacht);
  });

  test('UTF-8 with a damaged character is refused with its line, and not read as Windows-1252', async () => {
    const bytes = Buffer.concat([Buffer.from('a;b\nZoë;François\n'), latin1('x;\xeb\n')]);
    expect(await weigering(csv(bytes))).toMatchObject({ code: 'bestand-codering', plaats: { regel: 3 } });
  });

  test.each([
    ['a code page of DOS', 'naam\nZo\x89\n'],
    ['a place that Windows-1252 leaves empty', 'naam\n\xeb\x81\n'],
    ['a mark of UTF-8 before other text', '\xef\xbb\xbfnaam\nZo\xeb\n'],
  ])('%s is refused', async (_naam, inhoud) => {
    expect((await weigering(csv(latin1(inhoud)))).code).toBe('bestand-codering');
  });

  test('UTF-16 that is cut off within a character is refused', async () => {
    const bytes = Buffer.from('\uFEFFa;b\n1;2\n', 'utf16le').subarray(0, -1);
    expect((await weigering(csv(bytes))).code).toBe('bestand-codering');
  });
});

describe('rows', () => {
  test('count as a spreadsheet counts them; lines count as an editor does', async () => {
    const rijen = await leesAlles(csv('a;b\r\n"een\r\ntwee";1\r\n\r\n;;\r\n3;4'));
    expect(rijen.map(({ rij, regel, cellen }) => [rij, regel, cellen[0]?.tekst])).toEqual([
      [1, 1, 'a'],
      [2, 2, 'een\r\ntwee'],
      [5, 6, '3'],
    ]);
  });

  test('may be shorter or longer than the first', async () => {
    expect(await teksten(csv('a;b\n1\n1;2;3\n'))).toEqual([['a', 'b'], ['1'], ['1', '2', '3']]);
  });

  test('quotes are undone, doubled ones too, and empty cells are empty', async () => {
    expect(await teksten(csv('a;b;c\n"x ""y"" z";"";\n'))).toEqual([
      ['a', 'b', 'c'],
      ['x "y" z', undefined, undefined],
    ]);
  });

  test.each([['\n'], ['\r\n'], ['\r']])('may end with %j', async (eind) => {
    expect(await teksten(csv(['a;b', '1;2', '3;4'].join(eind)))).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  test.each([1, 2, 3, 1000])('end where DOS ends a text, in pieces of %i bytes', async (stuk) => {
    for (const [eind, codering] of [
      ['\n', 'utf8'],
      ['', 'utf8'],
      ['\r\n', 'utf16le'],
    ] as const) {
      const bytes = Buffer.from(`\uFEFFa;b\r\n1;2${eind}\x1a`, codering);
      expect(await teksten(csv(bytes, stuk))).toEqual([
        ['a', 'b'],
        ['1', '2'],
      ]);
    }
    expect(await teksten(csv('a;b\n1\x1a;2\n\x1a\n', stuk))).toEqual([['a', 'b'], ['1\x1a', '2'], ['\x1a']]);
  });

  test.each([
    ['a quote within a cell', 'a;b\n1;2\n5" pijp;2\n'],
    ['text after a closing quote', 'a;b\n1;2\n"x"y;2\n'],
    ['a quote that is not closed', 'a;b\n1;2\n"x;2\n3;4\n'],
  ])('%s is refused with the line of its row, and nothing of the cell', async (_naam, inhoud) => {
    const fout = await weigering(csv(inhoud));
    expect(fout).toMatchObject({ code: 'bestand-beschadigd', plaats: { regel: 3 } });
    expect(fout.message).toContain('regel 3');
    expect(fout.message).not.toContain('pijp');
    expect(fout.cause).toBeUndefined();
  });

  test('a row beyond the limit is refused: nearly always a quote that is not closed', async () => {
    const inhoud = `a;b\n"${'x;1\n'.repeat(400_000)}`;
    expect(await weigering(csv(inhoud))).toMatchObject({ code: 'bestand-beschadigd', plaats: { regel: 2 } });
  });

  test('a cell that no spreadsheet could hold is refused', async () => {
    expect(await weigering(csv(`a;b\n${'x'.repeat(32_768)};1\n`))).toMatchObject({
      code: 'bestand-te-groot',
      plaats: { regel: 2 },
    });
  });
});

test('what storage fails with is no fault of the file', async () => {
  const stuk = new Error('database is gone');
  const bestand = {
    ...geheugenBestand('a;b\n1;2\n'),
    stroom: () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(stuk) }) }),
  };
  await expect(leesAlles(leesCsv(bestand))).rejects.toBe(stuk);
});
