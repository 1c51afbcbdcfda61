import { describe, expect, test } from '@jest/globals';
import { maakPartijen } from '../../../../activities/aanlevering/controle/maak-partijen.ts';
import type { GelezenRecord } from '../../../../activities/aanlevering/lezer.ts';
import { soorten } from '../../../../domain/soorten/soorten.ts';
import { leesAlles } from '../../../support/lees-alles.ts';
import { profiel } from '../../../support/profiel.ts';

async function* gelezen(...records: object[]): AsyncGenerator<GelezenRecord> {
  for (const [index, record] of records.entries()) {
    const volgende = { byte: index + 1, regel: index + 1 };
    yield await Promise.resolve({
      ...{ regel: index + 1, partij: 0, volgende },
      ...{ record: record as never, fouten: [] },
    });
  }
}

const partijen = (...records: object[]) =>
  leesAlles(maakPartijen({ soort: soorten.werkzoekende, modus: 'volledig' }, gelezen(...records), 100));

test('records of another batch are in another batch, each with its sheet', async () => {
  async function* opBladen(): AsyncGenerator<GelezenRecord> {
    for await (const rij of gelezen(profiel('a'), profiel('b'), profiel('c')))
      yield rij.regel < 3 ? { ...rij, blad: 'Noord' } : { ...rij, blad: 'Zuid', partij: 2 };
  }
  const gemaakt = maakPartijen({ soort: soorten.werkzoekende, modus: 'volledig' }, opBladen(), 100);
  expect(
    (await leesAlles(gemaakt)).map(({ nummer, blad, telling }) => [nummer, blad, telling.gelezen]),
  ).toEqual([
    [0, 'Noord', 2],
    [2, 'Zuid', 1],
  ]);
});

test.each([
  ['before', ['nee', 'ja']],
  ['after', ['ja', 'nee']],
  ['between', ['ja', 'nee', 'ja']],
])('a row without consent %s a row of the same person keeps that person out', async (_waar, antwoorden) => {
  async function* rijen(): AsyncGenerator<GelezenRecord> {
    for await (const rij of gelezen(...antwoorden.map(() => profiel('a')), profiel('b')))
      yield antwoorden[rij.regel - 1] === 'nee'
        ? { ...rij, record: { idWerkzoekende: 'a' }, zonderToestemming: true, verwijderen: true }
        : rij;
  }
  for (const modus of ['volledig', 'mutaties'] as const) {
    const [partij] = await leesAlles(maakPartijen({ soort: soorten.werkzoekende, modus }, rijen(), 100));
    expect(partij?.records.map(({ record_id }) => record_id)).toEqual(['b']);
    expect(partij?.geweigerd).toEqual([{ record_id: 'a', regel: antwoorden.indexOf('nee') + 1 }]);
    expect(partij?.verwijderingen.length).toBe(modus === 'mutaties' ? 1 : 0);
    expect(new Set(partij?.fouten.map(({ code }) => code))).toEqual(new Set(['dubbel-id']));
    expect(partij?.telling).toMatchObject({ zonderToestemming: 1, foutief: antwoorden.length - 1 });
  }
});

describe('a record that adds up to more than 1 MB', () => {
  const interesse = Array.from({ length: 9_000 }, () => ({ naamInteresse: 'x'.repeat(119) }));
  const groot = profiel('groot', { arbeidsmarktkwalificatie: { interesse } });

  test('is a fault, and the others are kept', async () => {
    const [partij, ...meer] = await partijen(profiel('a'), groot, profiel('b'));
    expect(meer).toEqual([]);
    expect(partij?.records.map(({ record_id }) => record_id)).toEqual(['a', 'b']);
    expect(partij?.fouten).toMatchObject([{ regel: 2, record_id: 'groot', code: 'te-groot' }]);
    expect(partij?.telling).toMatchObject({ gelezen: 3, geldig: 2, foutief: 1 });
  });
});

describe('JSON that would trip a program', () => {
  const diep = JSON.parse(`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`) as object;
  test.each<[string, object, string]>([
    ['nested without end', { ...profiel('x'), diep }, 'onbekend-veld'],
    [
      'with __proto__',
      JSON.parse('{"idWerkzoekende":"x","__proto__":{"idWerkzoekende":"y"}}') as object,
      'onbekend-veld',
    ],
    ['with constructor', { ...profiel('x'), constructor: { prototype: 1 } }, 'onbekend-veld'],
    [
      'with a number beyond all numbers',
      profiel('x', { sector: [{ codeSbi: JSON.parse('1e999') as number }] }),
      'type',
    ],
    ['with half a character', profiel('x', { persoonlijkePresentatie: 'a\ud800b' }), 'tekens'],
    ['with a zero character', profiel('x', { persoonlijkePresentatie: 'a\0b' }), 'tekens'],
    ['with half a character as its id', profiel('\ud800'), 'patroon'],
  ])('%s is a fault', async (_naam, record, code) => {
    const [partij] = await partijen(record);
    expect(partij?.records).toEqual([]);
    expect(partij?.fouten.map((fout) => fout.code)).toContain(code);
  });
});

describe('a row of who did not consent', () => {
  const nee = { regel: 1, partij: 0, volgende: { byte: 1, regel: 1 }, fouten: [], zonderToestemming: true };
  const metId = { ...nee, record: { idWerkzoekende: 'a' }, verwijderen: true };
  const eerste = async (modus: 'volledig' | 'mutaties', rij: GelezenRecord) => {
    const rijen = (async function* () {
      yield await Promise.resolve(rij);
    })();
    return (await leesAlles(maakPartijen({ soort: soorten.werkzoekende, modus }, rijen, 100)))[0];
  };

  test('is counted and nothing more in a whole set', async () => {
    for (const rij of [nee, metId]) {
      const partij = await eerste('volledig', rij);
      expect(partij).toMatchObject({ records: [], verwijderingen: [], fouten: [] });
      expect(partij?.telling).toMatchObject({ gelezen: 1, geldig: 0, foutief: 0, zonderToestemming: 1 });
    }
  });

  test('takes the record out of a set that is changed', async () => {
    const partij = await eerste('mutaties', metId);
    expect(partij).toMatchObject({ records: [], verwijderingen: [{ record_id: 'a' }], fouten: [] });
  });

  test('is a fault there when it does not say which record', async () => {
    const partij = await eerste('mutaties', nee);
    expect(partij).toMatchObject({
      verwijderingen: [],
      fouten: [{ pad: '/idWerkzoekende', code: 'verplicht' }],
    });
    expect(partij?.telling).toMatchObject({ foutief: 1, zonderToestemming: 1 });
  });
});
