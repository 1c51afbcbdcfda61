import { describe, expect, test } from '@jest/globals';
import { dubbeleNamen, heeftDubbeleNamen } from '../../../../activities/aanlevering/json/dubbele-namen.ts';
import { leesJsonLijst } from '../../../../activities/aanlevering/json/lees-json-lijst.ts';
import { leesNdjson } from '../../../../activities/aanlevering/json/lees-ndjson.ts';
import { maakPartijen } from '../../../../activities/aanlevering/controle/maak-partijen.ts';
import type { Modus } from '../../../../domain/aanleveringen/wensen.ts';
import { soorten } from '../../../../domain/soorten/soorten.ts';
import { geheugenBestand } from '../../../support/geheugen-bestand.ts';
import { leesAlles } from '../../../support/lees-alles.ts';
import { profiel } from '../../../support/profiel.ts';

describe('names that stand twice', () => {
  test.each<[string, (string | number)[][]]>([
    ['{"a":1,"a":2}', [['a']]],
    ['{ "a" : 1 , "b" : { "a" : 1 } , "a"\t:\n2 }', [['a']]],
    [
      '{"a":[{"b":1},{"b":1,"c":[1,2,{"d":{},"d":[]}],"b":2}]}',
      [
        ['a', 1, 'c', 2, 'd'],
        ['a', 1, 'b'],
      ],
    ],
    ['{"a":1,"\\u0061":2}', [['a']]],
    ['{"\\"":1,"\\\\":2,"\\\\\\"":3,"\\"":4}', [['"']]],
    ['{"a":1,"a":2,"a":3}', [['a'], ['a']]],
    ['[{"a":1,"a":2}]', [[0, 'a']]],
  ])('are found in %s', (json, wegen) => {
    expect(heeftDubbeleNamen(json, JSON.parse(json) as object)).toBe(true);
    expect([...dubbeleNamen(json)]).toEqual(wegen);
  });

  test.each([
    '{"a":"a\\":1,\\"a","b":"{\\"b\\":1}"}',
    '{"a":"a","b":["a","a","b"]}',
    '{"a":{"a":{"a":1}},"b":[{"a":1},{"a":1}]}',
    '{"a":1,"A":2," a":3,"":4}',
    '{"a":"\\\\","b":"\\\\\\\\"}',
    '{"__proto__":1,"a":null,"b":[null,{"__proto__":{}}]}',
    '[]',
  ])('are not seen in %s', (json) => {
    expect(heeftDubbeleNamen(json, JSON.parse(json) as object)).toBe(false);
    expect([...dubbeleNamen(json)]).toEqual([]);
  });
});

test('those that lie deeper than any record nests are not told of', () => {
  const diep = `${'{"b":'.repeat(100_000)}{"a":1,"a":2}${'}'.repeat(100_000)}`;
  expect([...dubbeleNamen(diep)]).toEqual([]);
});

const canoniek = JSON.stringify(profiel('goed'));
const { mobiliteit, ...overig } = profiel('dubbel') as Record<string, unknown>;
const tweemaal = `{"mobiliteit":{},${JSON.stringify({ ...overig, mobiliteit }).slice(1)}`;

describe.each([
  ['NDJSON', leesNdjson, (...records: string[]) => records.join('\r\n')],
  ['a list', leesJsonLijst, (...records: string[]) => `[${records.join(' ,\n')}]`],
])('a record of %s with a field twice', (_naam, lees, bestand) => {
  const partij = async (modus: Modus, ...records: string[]) => {
    const gelezen = lees(geheugenBestand(Buffer.from(bestand(...records))));
    const [eerste] = await leesAlles(maakPartijen({ soort: soorten.werkzoekende, modus }, gelezen, 100));
    return eerste;
  };

  test('is refused at that field, and the others are kept however they are written', async () => {
    const ruim = JSON.stringify(profiel('ruim'), undefined, 2).replaceAll('\n', ' ');
    const gemaakt = await partij('volledig', canoniek, tweemaal, ruim);
    expect(gemaakt?.fouten).toMatchObject([{ record_id: 'dubbel', pad: '/mobiliteit', code: 'dubbel-veld' }]);
    expect(gemaakt?.fouten[0]?.melding).toMatch(
      /^Mobiliteit staat hier meer dan eens, .* laat er één staan\.$/,
    );
    expect(gemaakt?.records.map(({ inhoud }) => inhoud.toString())).toEqual([
      canoniek,
      JSON.stringify(profiel('ruim')),
    ]);
    expect(gemaakt?.telling).toMatchObject({ gelezen: 3, geldig: 2, foutief: 1 });
  });

  test('is refused together with its other faults', async () => {
    const gemaakt = await partij('volledig', tweemaal.replace('"dubbel"', '" "'));
    expect(gemaakt?.fouten.map(({ code }) => code)).toContain('dubbel-veld');
    expect(gemaakt?.fouten.length).toBeGreaterThan(1);
  });

  test('is told of a hundred times at most', async () => {
    const vaak = `{"idWerkzoekende":"a",${'"sector":[],'.repeat(300)}"mobiliteit":{"bemiddelingspostcode":"1234AB"}}`;
    expect((await partij('volledig', vaak))?.fouten).toHaveLength(100);
  });

  test('deletes nothing', async () => {
    const wis = '{"idWerkzoekende":"a","idWerkzoekende":"b","mutatie":"verwijderen"}';
    // Of what is deleted only the id counts, whatever else is in it.
    const diep = `{"idWerkzoekende":"c","mutatie":"verwijderen","x":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    const gemaakt = await partij('mutaties', wis, diep);
    expect(gemaakt?.verwijderingen.map(({ record_id }) => record_id)).toEqual(['c']);
    expect(gemaakt?.fouten).toMatchObject([{ pad: '/idWerkzoekende', code: 'dubbel-veld' }]);

    const elders = `"x":1,${'"x":2,'.repeat(200)}"mutatie":"verwijderen"`;
    const nogEens = await partij(
      'mutaties',
      `{"idWerkzoekende":"d",${elders}}`,
      `{${elders},${wis.slice(1)}`,
    );
    expect(nogEens?.verwijderingen.map(({ record_id }) => record_id)).toEqual(['d']);
    expect(nogEens?.fouten.map(({ pad }) => pad)).toEqual(['/idWerkzoekende', '/mutatie']);
  });
});
