import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { telWijzigingen } from '../../../../activities/aanlevering/voorbeeld/tel-wijzigingen.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { gemeenteA as oin } from '../../../support/identity.ts';

const nummers = { oud: 1, nieuw: 2 };

let database: TestDatabase;
let stappen: number;
beforeEach(async () => {
  database = await createTestDatabase();
  stappen = 0;
  for (const [id, nummer] of Object.entries(nummers))
    await database.db('publicaties').insert({
      ...{ nummer, id, oin, soort: 'vacature', aanlevering_id: id, status: 'opbouw', aantal: 0 },
      aangemaakt_op: '2026-11-23T20:00:00.000Z',
    });
});
afterEach(() => database.stop());

async function leg(wat: keyof typeof nummers, records: Readonly<Record<string, string>>): Promise<void> {
  const rijen = Object.entries(records).map(([record_id, inhoud], n) => ({
    ...{ publicatie_nummer: nummers[wat], record_id, regel: n + 1, inhoud },
  }));
  await database.db.batchInsert('publicatie_records', rijen, 2);
}

const tel = () =>
  telWijzigingen(database.db, { publicatie: nummers.nieuw, basis: nummers.oud }, () => {
    stappen++;
    return Promise.resolve();
  });

test.each([
  ['the same text', '{"a":1}', '{"a":1}', 'gelijk'],
  ['another order of fields, inside a list too', '{"a":[{"b":1,"c":2}]}', '{"a":[{"c":2,"b":1}]}', 'gelijk'],
  ['another order of a list', '{"a":[1,2]}', '{"a":[2,1]}', 'gewijzigd'],
  ['another value of the same length', '{"a":"één"}', '{"a":"eeën"}', 'gewijzigd'],
  ['another name of the same length', '{"a":1,"b":1}', '{"a":1,"c":1}', 'gewijzigd'],
  ['a list instead of an object', '{"a":[],"b":{}}', '{"b":[],"a":{}}', 'gewijzigd'],
  ['a number instead of a text', '{"a":"1","bb":1}', '{"a":1,"bb":"1"}', 'gewijzigd'],
  ['null instead of an object', '{"a":null,"b":{"":{}}}', '{"b":null,"a":{"":{}}}', 'gewijzigd'],
  ['a field more', '{"a":1}', '{"a":1,"b":null}', 'gewijzigd'],
])('%s', async (_, oud, nieuw, uitkomst) => {
  await leg('oud', { x: oud });
  await leg('nieuw', { x: nieuw });
  expect(await tel()).toEqual({ nieuw: 0, gewijzigd: 0, gelijk: 0, [uitkomst]: 1 });
});

test('of many records every one is counted, whatever stands between', async () => {
  const records = (velden: (n: number) => object) =>
    Object.fromEntries(
      Array.from({ length: 1_200 }, (_, n) => [`p-${String(n)}`, JSON.stringify(velden(n))]),
    );
  const vulling = 'x'.repeat(2_000);
  const oud = records((n) => ({ n, vulling, stand: 'aan' }));
  await leg('oud', Object.fromEntries(Object.entries(oud).slice(200)));
  await leg(
    'nieuw',
    records((n) =>
      n % 3 === 0 ? { stand: 'aan', vulling, n } : { n, vulling, stand: n % 3 === 1 ? 'uit' : 'aan' },
    ),
  );
  expect(await tel()).toEqual({ nieuw: 200, gewijzigd: 333, gelijk: 667 });
});

test('large records are compared one by one, with a pause between', async () => {
  const groot = (volgorde: (een: string, ander: string) => string) =>
    Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((id) => [id, `{${volgorde(`"een":"${'x'.repeat(900_000)}"`, '"twee":2')}}`]),
    );
  await leg(
    'oud',
    groot((een, ander) => `${een},${ander}`),
  );
  await leg(
    'nieuw',
    groot((een, ander) => `${ander},${een}`),
  );
  expect(await tel()).toEqual({ nieuw: 0, gewijzigd: 0, gelijk: 4 });
  expect(stappen).toBe(6);
});
