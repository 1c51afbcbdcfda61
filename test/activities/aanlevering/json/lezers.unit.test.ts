import { describe, expect, test } from '@jest/globals';
import { leesJsonLijst } from '../../../../activities/aanlevering/json/lees-json-lijst.ts';
import { leesNdjson } from '../../../../activities/aanlevering/json/lees-ndjson.ts';
import type { GelezenRecord, Leespunt, Lezer } from '../../../../activities/aanlevering/lezer.ts';
import { bestandInGeheugen } from '../../../support/bestand-in-geheugen.ts';

async function lees(
  lezer: Lezer,
  inhoud: string | Uint8Array,
  { stuk = 1024, vanaf }: { stuk?: number; vanaf?: Leespunt } = {},
): Promise<GelezenRecord[]> {
  const gelezen: GelezenRecord[] = [];
  for await (const record of lezer(bestandInGeheugen(inhoud, stuk), vanaf)) gelezen.push(record);
  return gelezen;
}

const records = [
  { id: 'a', tekst: 'met "aanhaling", \\ en { [ , ] }' },
  { id: 'b', genest: { lijst: [1, [2, { diep: ['}'] }]] } },
  { id: 'c', emoji: 'é€😀' },
  {},
];
/** After a crash nobody knows which record of its line it is. */
const zonderNummer = ({ metPlaats: _, ...gelezen }: GelezenRecord): GelezenRecord => gelezen;
const lijst = JSON.stringify(records, null, 2);
const regels = records.map((record) => JSON.stringify(record)).join('\n');

describe.each([
  ['a JSON array', leesJsonLijst, lijst],
  ['a JSON array in one line', leesJsonLijst, JSON.stringify(records)],
  [
    'a JSON array with CRLF and a byte order mark',
    leesJsonLijst,
    `\ufeff${lijst.replaceAll('\n', '\r\n')}\r\n`,
  ],
  ['a JSON array that ends as DOS ends a text', leesJsonLijst, `${lijst}\r\n\x1a`],
  ['NDJSON', leesNdjson, `${regels}\n`],
  ['NDJSON that ends as DOS ends a text', leesNdjson, `${regels}\n\x1a`],
  ['NDJSON that ends so without a last line break', leesNdjson, `${regels}\x1a`],
  ['NDJSON without a last line break', leesNdjson, regels],
  [
    'NDJSON with CRLF, blank lines and a byte order mark',
    leesNdjson,
    `\ufeff\r\n${regels.replaceAll('\n', '\r\n\r\n')}\r\n\r\n`,
  ],
])('%s', (_, lezer, inhoud) => {
  test.each([1, 2, 3, 7, 64, 4096])('is the same in pieces of %i bytes', async (stuk) => {
    const gelezen = await lees(lezer, inhoud, { stuk });
    expect(gelezen.map(({ record }) => record)).toEqual(records);
    expect(gelezen.flatMap(({ fouten }) => fouten)).toEqual([]);
  });

  test('goes on after any record as if nothing had happened', async () => {
    const heel = (await lees(lezer, inhoud)).map(zonderNummer);
    for (const [index, { volgende }] of heel.entries()) {
      const rest = await lees(lezer, inhoud, { stuk: 5, vanaf: volgende });
      expect(rest.map(zonderNummer)).toEqual(heel.slice(index + 1));
    }
  });

  test('numbers lines as an editor does', async () => {
    const bytes = Buffer.from(inhoud);
    for (const { regel, record } of await lees(lezer, inhoud)) {
      const tekst = bytes
        .toString()
        .split('\n')
        .slice(regel - 1)
        .join('\n');
      const begin = Object.keys(record ?? {})[0];
      if (begin) expect(tekst.slice(0, 40)).toContain(begin);
    }
  });
});

test('a fault of a record that shares its line says which record it is of', async () => {
  const fout = { pad: '', code: 'x', melding: 'Dit klopt niet.', ernst: 'fout' } as const;
  const inhoud = '[{"id":"a"},7,{"id":"c"},\n{"id":"d"}, {"id":"e"}]';
  const gelezen = await lees(leesJsonLijst, inhoud);
  expect(gelezen.map(({ metPlaats }) => metPlaats?.(fout).melding)).toEqual([
    'Record 1: Dit klopt niet.',
    'Record 2: Dit klopt niet.',
    'Record 3: Dit klopt niet.',
    undefined,
    'Record 5: Dit klopt niet.',
  ]);
  expect(gelezen[1]?.fouten[0]?.melding).toMatch(/^Record 2: Hier staat geen record/);
});

describe('a JSON array that is broken', () => {
  test.each([
    ['is cut off in a record', '[{"id": "a"},\n{"id": "b', 'bestand-afgekapt', 2],
    ['is cut off after a record', '[{"id": "a"}', 'bestand-afgekapt', 1],
    ['is cut off after a comma', '[{"id": "a"},', 'bestand-afgekapt', 1],
    ['has a comma after the last record', '[{"id": "a"},\n]', 'bestand-beschadigd', 2],
    ['has a comma before the first record', '[,{"id": "a"}]', 'bestand-beschadigd', 1],
    ['misses a comma', '[{"id": "a"}\n{"id": "b"}]', 'bestand-beschadigd', 2],
    ['has a bracket too many', '[{"id": "a"}}]', 'bestand-beschadigd', 1],
    ['has text after its end', '[]\n\n x', 'bestand-beschadigd', 3],
    ['is no array', '{"id": "a"}', 'bestand-beschadigd', 1],
    ['mixes up brackets', '[\n{"id": ["a"}]]', 'bestand-beschadigd', 2],
    ['has a name without quotes', '[\n\n{id: "a"}]', 'bestand-beschadigd', 3],
    ['has a line break inside a text', '[{"id": "a\nb"}]', 'bestand-beschadigd', 1],
  ])('says so when it %s', async (_, inhoud, code, regel) => {
    for (const stuk of [1, 4, 1024]) {
      const lezen = lees(leesJsonLijst, inhoud, { stuk });
      await expect(lezen).rejects.toMatchObject({ code, plaats: { regel } });
    }
  });
});

test('an empty array holds no records', async () => {
  expect(await lees(leesJsonLijst, ' [ \n ] ')).toEqual([]);
});

test('elements that are no records are faults of their own', async () => {
  const gelezen = await lees(leesJsonLijst, '[1, "a,]", null, true, [], {"id": 1}]', { stuk: 1 });
  expect(gelezen.map(({ fouten }) => fouten[0]?.code)).toEqual([
    ...Array.from({ length: 5 }, () => 'geen-record'),
    undefined,
  ]);
});

test('a broken line of NDJSON is a fault on that line, and the rest is read', async () => {
  const gelezen = await lees(leesNdjson, '{"id": "a"}\n{"id": "b"\n{"id": "c",}\n[]\n{"id": "d"}');
  expect(gelezen.map(({ regel, fouten }) => [regel, fouten[0]?.code])).toEqual([
    [1, undefined],
    [2, 'geen-json'],
    [3, 'geen-json'],
    [4, 'geen-record'],
    [5, undefined],
  ]);
});

describe.each([
  ['NDJSON', leesNdjson, (tekst: string) => `{"id": "a"}\n${tekst}\n{"id": "c"}\n`],
  ['a JSON array', leesJsonLijst, (tekst: string) => `[{"id": "a"},\n${tekst},\n{"id": "c"}]`],
])('in %s', (_, lezer, inhoudMet) => {
  test('a record over 1 MB is a fault, and the rest is read', async () => {
    const groot = JSON.stringify({ id: 'x'.repeat(1_500_000) });
    const gelezen = await lees(lezer, inhoudMet(groot), { stuk: 300_000 });
    expect(gelezen.map(({ regel, record, fouten }) => [regel, record?.['id'], fouten[0]?.code])).toEqual([
      [1, 'a', undefined],
      [2, undefined, 'te-groot'],
      [3, 'c', undefined],
    ]);
  });

  test('text in another encoding than UTF-8 is refused with its line', async () => {
    const inhoud = Buffer.from(inhoudMet('{"id": "é"}'), 'latin1');
    await expect(lees(lezer, inhoud)).rejects.toMatchObject({
      code: 'bestand-codering',
      plaats: { regel: 2 },
    });
  });

  test('very deep nesting breaks nothing', async () => {
    const diep = `{"id": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    expect(await lees(lezer, inhoudMet(diep))).toHaveLength(3);
  });

  test('of a name that stands twice, the last value counts', async () => {
    const [, dubbel] = await lees(lezer, inhoudMet('{"id": "een", "id": "twee"}'));
    expect(dubbel?.record).toEqual({ id: 'twee' });
  });
});
