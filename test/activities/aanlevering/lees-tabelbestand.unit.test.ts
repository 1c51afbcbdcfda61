import { describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { GelezenRecord, Leespunt } from '../../../activities/aanlevering/lezer.ts';
import { leesTabelbestand } from '../../../activities/aanlevering/lees-tabelbestand.ts';
import { geenHulp, type MappingHulp } from '../../../activities/aanlevering/mapping/mapping-hulp.ts';
import { leesCsv } from '../../../activities/aanlevering/tabel/csv/lees-csv.ts';
import { leesXlsx } from '../../../activities/aanlevering/tabel/xlsx/lees-xlsx.ts';
import type { GebruikteMapping } from '../../../domain/mapping/gebruikte-mapping.ts';
import type { Mapping } from '../../../domain/mapping/mapping.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { geheugenBestand } from '../../support/geheugen-bestand.ts';

type Tabel = readonly (readonly (string | number | boolean)[])[];

async function lees(
  inhoud: Uint8Array | string,
  { vanaf, hulp = geenHulp }: { vanaf?: Leespunt; hulp?: MappingHulp } = {},
): Promise<{ records: GelezenRecord[]; gemeld: GebruikteMapping[] }> {
  const records: GelezenRecord[] = [];
  const gemeld: GebruikteMapping[] = [];
  const leesTabel = typeof inhoud === 'string' ? leesCsv : leesXlsx;
  const lezer = leesTabelbestand(leesTabel, soorten.werkzoekende, hulp, (mapping) => gemeld.push(mapping));
  for await (const record of lezer(geheugenBestand(inhoud), vanaf)) records.push(record);
  return { records, gemeld };
}

async function werkmap(bladen: Readonly<Record<string, Tabel>>): Promise<Uint8Array> {
  const map = new ExcelJS.Workbook();
  for (const [naam, rijen] of Object.entries(bladen))
    map.addWorksheet(naam).addRows(rijen.map((rij) => [...rij]));
  return new Uint8Array(await map.xlsx.writeBuffer());
}

/** What can be compared: a function is never the same twice. */
const kern = (records: readonly GelezenRecord[]) =>
  records.map(({ regel, volgende, record, fouten, zonderToestemming }) => ({
    ...{ regel, volgende, record, fouten, zonderToestemming },
  }));

describe('a table with columns of its own', () => {
  const csv = [
    'ID;Postcode;Uren;Toestemming',
    'a;1012AB;32;Ja',
    'b;1012AB;x;Ja',
    ';;;',
    'c;;;Nee',
    'd;1012AB;;Ja',
  ].join('\n');

  test('goes on after any row, with the mapping that it began with', async () => {
    const { records, gemeld } = await lees(csv);
    expect(records.map(({ regel }) => regel)).toEqual([2, 3, 5, 6]);
    expect(records.at(-1)?.volgende.byte).toBe(csv.length);
    const ander: Mapping = { soort: 'werkzoekende', id: { kolom: 'ID' }, kolommen: [{ kolom: 'Postcode' }] };
    const hulp = { ...geenHulp, eerder: gemeld[0], opgeslagen: [{ naam: 'intussen', mapping: ander }] };
    for (const [index, { volgende }] of records.entries()) {
      const verder = await lees(csv, { vanaf: volgende, hulp });
      expect(kern(verder.records)).toEqual(kern(records.slice(index + 1)));
    }
  });

  test('is read on every sheet that has its columns, and names the sheet of a fault that is not on the first', async () => {
    const { records } = await lees(
      await werkmap({
        Uitleg: [['Dit is een overzicht'], ['van ons']],
        Noord: [
          ['ID', 'Uren'],
          ['a', 24],
        ],
        Zuid: [
          ['Uren', 'ID'],
          ['veel', 'b'],
        ],
      }),
    );
    expect(records.map(({ record }) => record?.['idWerkzoekende'])).toEqual(['a', 'b']);
    expect(records[1]?.fouten).toMatchObject([{ melding: expect.stringMatching(/^Blad Zuid, cel A2: /) }]);
  });

  test('is not read by itself where another sheet says more of the same people', async () => {
    const inhoud = await werkmap({
      Mensen: [
        ['ID', 'Uren'],
        ['a', 24],
      ],
      Talen: [
        ['ID', 'Taal'],
        ['a', 'nld'],
      ],
    });
    await expect(lees(inhoud)).rejects.toMatchObject({
      code: 'mapping-nodig',
      message: expect.stringContaining('blad “Talen”'),
    });
    const lijst = await werkmap({
      Mensen: [
        ['ID', 'Uren'],
        ['a', 24],
      ],
      Lijsten: [
        ['Taal', 'Rijbewijs'],
        ['nld', 'B'],
      ],
    });
    expect((await lees(lijst)).records).toHaveLength(1);
  });

  test('is refused where a mapping fits one sheet, and another with records lacks a column of it', async () => {
    const mapping: Mapping = {
      soort: 'werkzoekende',
      id: { kolom: 'Nr' },
      kolommen: [
        { kolom: 'Wijk', veld: 'mobiliteit.bemiddelingspostcode' },
        { kolom: 'Notitie' },
        { kolom: 'Bel', veld: 'telefoonnummer[]' },
      ],
    };
    const opgeslagen = [{ naam: 'm', mapping }];
    const Noord: Tabel = [
      ['Nr', 'Wijk', 'Bel', 'Notitie'],
      ['a', '1012AB', '0201234567', 'x'],
    ];
    const met = async (Zuid: Tabel, gevraagd: string | null) =>
      lees(await werkmap({ Noord, Zuid }), { hulp: { ...geenHulp, gevraagd, opgeslagen } });
    const rij = ['b', '1012AB', '0201234567'];
    for (const gevraagd of [null, 'm']) {
      for (const [koppen, kolom] of [
        [['Nr', 'Wijk', 'Bell'], 'Bel'],
        [['Nummer', 'Wijk', 'Bel'], 'Nr'],
      ] as const) {
        await expect(met([koppen, rij], gevraagd)).rejects.toMatchObject({
          code: 'mapping-nodig',
          message: expect.stringContaining(`Op blad “Zuid” ontbreekt de kolom “${kolom}”`),
        });
      }
      expect((await met([['Nr', 'Wijk', 'Bel'], rij], gevraagd)).records).toHaveLength(2);
      for (const geenRecords of [
        [['Nr', 'Wijk']],
        [
          ['Nr', 'het nummer van de klant'],
          ['Bel', 'waarop'],
        ],
        [
          ['Bel', 'Naam'],
          ['x', 'y'],
        ],
      ]) {
        expect((await met(geenRecords, gevraagd)).records).toHaveLength(1);
      }
    }
  });

  test('is refused with more sheets than UM looks at, and not read in part', async () => {
    const blad = (id: string): Tabel => [
      ['ID', 'Uren'],
      [id, 24],
    ];
    const bladen = (aantal: number) =>
      Object.fromEntries(Array.from({ length: aantal }, (_, index) => [`Blad${index}`, blad(`k${index}`)]));
    expect((await lees(await werkmap(bladen(50)))).records).toHaveLength(50);
    await expect(lees(await werkmap(bladen(51)))).rejects.toMatchObject({
      code: 'bestand-te-groot',
      message: expect.stringContaining('51 bladen'),
    });
  });

  test('is refused with the letter of a column that has no name', async () => {
    await expect(lees('ID;;Postcode\n1;x;1012AB')).rejects.toMatchObject({
      code: 'mapping-nodig',
      message: expect.stringContaining('(niet zeker wat dit is: kolom B zonder naam)'),
    });
  });

  test('a cell that became something else is a fault, in the id as well', async () => {
    const datum = new Date(Date.UTC(2026, 1, 1));
    const map = new ExcelJS.Workbook();
    map.addWorksheet('x').addRows([
      ['ID', 'Telefoon'],
      [datum, '0612345678'],
      ['b', 6.1e15],
    ]);
    const { records } = await lees(new Uint8Array(await map.xlsx.writeBuffer()));
    expect(records.map(({ fouten }) => fouten.map(({ pad }) => pad))).toEqual([
      ['/idWerkzoekende'],
      ['/telefoonnummer/0'],
    ]);
    const { records: uitCsv } = await lees('ID;Telefoon\na;6,12E+08');
    expect(uitCsv[0]?.fouten).toMatchObject([{ code: 'getal' }]);
  });

  test('a mapping that was asked for by name does not read a file with consent of which it says nothing', async () => {
    const mapping: Mapping = { soort: 'werkzoekende', id: { kolom: 'ID' }, kolommen: [{ kolom: 'Extra' }] };
    const vraag = (kolommen: Mapping['kolommen']) =>
      lees(csv, {
        hulp: { ...geenHulp, gevraagd: 'm', opgeslagen: [{ naam: 'm', mapping: { ...mapping, kolommen } }] },
      });
    const postcode = { kolom: 'Postcode', veld: 'mobiliteit.bemiddelingspostcode' };
    await expect(vraag([postcode])).rejects.toMatchObject({
      code: 'mapping-nodig',
      message: expect.stringContaining('“Toestemming”'),
    });
    expect((await vraag([postcode, { kolom: 'Toestemming' }])).records).toHaveLength(4);
  });

  test('a column of BSNs is never the id as it stands, not where a spreadsheet dropped a zero either', async () => {
    const mapping: Mapping = { soort: 'werkzoekende', id: { kolom: 'Nr' }, kolommen: [{ kolom: 'Uren' }] };
    const bsns = ['999990019', '999990032', '12345672'];
    const { records, gemeld } = await lees(['Nr;Uren', ...bsns.map((bsn) => `${bsn};32`)].join('\n'), {
      hulp: { ...geenHulp, sleutel: new Uint8Array(32), opgeslagen: [{ naam: 'm', mapping }] },
    });
    const ids = records.map(({ record }) => record?.['idWerkzoekende']);
    expect(ids).toEqual(bsns.map(() => expect.stringMatching(/^ps-/)));
    expect(gemeld[0]?.mapping.id).toEqual({ kolom: 'Nr', pseudoniem: true });
  });

  test('consent may be a tick', async () => {
    const { records } = await lees(
      await werkmap({
        x: [
          ['ID', 'Uren', 'Toestemming'],
          ['a', 24, true],
          ['b', 24, false],
        ],
      }),
    );
    expect(records.map(({ zonderToestemming }) => zonderToestemming === true)).toEqual([false, true]);
  });
});

describe('a column with burgerservicenummers', () => {
  const bsns = ['123456782', '111222333', '999999990'];
  const mapping: Mapping = {
    soort: 'werkzoekende',
    id: { kolom: 'ID' },
    kolommen: [{ kolom: 'Bellen', veld: 'telefoonnummer[]' }],
  };

  test('is never read as another field, whatever a mapping says', async () => {
    const csv = ['ID;Bellen', ...bsns.map((bsn, index) => `k${index};${bsn}`)].join('\n');
    const poging = lees(csv, { hulp: { ...geenHulp, opgeslagen: [{ naam: 'bel', mapping }] } });
    await expect(poging).rejects.toMatchObject({ code: 'bestand-bsn' });
    await expect(poging).rejects.not.toThrow(/[0-9]{9}/);
  });

  test('gives ids that differ by key and not by how the number is written', async () => {
    const ids = async (sleutel: number) => {
      const hulp = { ...geenHulp, sleutel: new Uint8Array(32).fill(sleutel) };
      const { records } = await lees('BSN;Uren\n012345672;1\n12345672;1\n0123.45.672;1\n111222333;1', {
        hulp,
      });
      return records.map(({ record }) => record?.['idWerkzoekende'] as string);
    };
    const [een, twee, drie, ander] = await ids(1);
    expect([twee, drie]).toEqual([een, een]);
    expect(ander).not.toBe(een);
    expect((await ids(2))[0]).not.toBe(een);
  });
});

test('cells that would make a pattern try every place cost no more than others', async () => {
  const wit = ' '.repeat(32_000);
  const rij = [
    'a',
    `47${wit}1`,
    `B${wit}x`,
    `1${wit}u`,
    `x@y${wit}.nl`,
    `1${wit}mrt`,
    '06' + '-'.repeat(14_000),
  ];
  const kop = 'ID;SBI;Rijbewijs;Uren;E-mail;Beschikbaar vanaf;Telefoon';
  const begin = performance.now();
  const { records } = await lees([kop, ...Array<string>(5).fill(rij.join(';'))].join('\n'));
  expect(records).toHaveLength(5);
  expect(performance.now() - begin).toBeLessThan(10_000);
});
