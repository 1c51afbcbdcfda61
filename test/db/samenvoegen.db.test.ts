import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { insertAanlevering, verplaatsAanlevering } from '../../db/aanleveringen.ts';
import { neemOver } from '../../db/samenvoegen.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { gemeenteA as oin } from '../support/identity.ts';
import { recordsVan } from '../support/rijen.ts';

const nu = '2026-11-23T20:00:00.000Z';
const aanleveringId = 'aanlevering';
const nummers = { oud: 1, nieuw: 2 };

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
  const { db } = database;
  for (const [id, nummer] of Object.entries(nummers))
    await db('publicaties').insert({
      ...{ id, nummer, oin, soort: 'vacature', aanlevering_id: id, status: 'opbouw', aangemaakt_op: nu },
    });
  await insertAanlevering(db, {
    ...{
      id: aanleveringId,
      oin,
      soort: 'vacature',
      fouten_modus: 'weiger',
      modus: 'mutaties',
      mapping: null,
    },
    ...{ aangeleverd_door: 'iemand', aangeleverd_op: nu, correlatie_id: 'c', idempotentie_sleutel: null },
    goedkeuring: 'automatisch',
  });
  const begonnen = { status: 'controle', basis_id: 'oud', samengevoegd_tot: 0 } as const;
  await verplaatsAanlevering(db, aanleveringId, ['ontvangst'], begonnen);
});
afterEach(() => database.stop());

/** Takes over until the end; returns where each transaction stopped. */
async function totEind(tot = 0): Promise<number[]> {
  const basis = { id: 'oud', nummer: nummers.oud };
  const hier = { aanleveringId, publicatie: nummers.nieuw, basis, tot };
  const verder = await database.db.transaction((trx) => neemOver(trx, hier, 500, nu));
  if (verder === 'uit-handen') throw new Error('Nobody else is here');
  return verder.tot === undefined ? [] : [verder.tot, ...(await totEind(verder.tot))];
}

test('large records are taken over one by one, and small ones many at once', async () => {
  const { db } = database;
  const lengte = { a: 900_000, b: 900_000, c: 2_000_000, d: 10, e: 10, f: 900_000 };
  for (const [record_id, n] of Object.entries(lengte))
    await db('publicatie_records').insert({
      ...{ publicatie_nummer: nummers.oud, record_id, regel: 1, inhoud: 'x'.repeat(n) },
    });
  expect(await totEind()).toEqual([1, 2, 3, 6]);
  const over = await recordsVan(db, 'nieuw');
  expect(over.map(({ record_id, regel, inhoud }) => [record_id, regel, inhoud.length])).toEqual(
    Object.entries(lengte).map(([id, n]) => [id, 0, n]),
  );
});
