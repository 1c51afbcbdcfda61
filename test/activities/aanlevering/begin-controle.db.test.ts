import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { beginControle } from '../../../activities/aanlevering/begin-controle.ts';
import { insertAanlevering, verplaatsAanlevering } from '../../../db/aanleveringen.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { gemeenteA as oin } from '../../support/identity.ts';

const id = 'aanlevering';
const toen = '2026-11-23T20:00:00.000Z';
const later = '2026-11-23T20:05:00.000Z';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.stop());

test('who goes on reading after a crash leaves since when it is read, from which the end is expected', async () => {
  const { db } = database;
  const begin = (nu: string) => beginControle({ db, clock: () => new Date(nu) }, id);
  await insertAanlevering(db, {
    ...{ id, oin, soort: 'vacature', fouten_modus: 'weiger', modus: 'volledig', goedkeuring: 'automatisch' },
    ...{ aangeleverd_door: 'iemand', aangeleverd_op: toen, correlatie_id: 'c', idempotentie_sleutel: null },
    mapping: null,
  });
  await verplaatsAanlevering(db, id, ['ontvangst'], { status: 'wacht', fase: 'wacht' });
  expect(await begin(toen)).toMatchObject({ status: 'controle', fase: 'controle', fase_sinds: toen });
  expect(await begin(later)).toMatchObject({ fase_sinds: toen });
  await verplaatsAanlevering(db, id, ['controle'], { status: 'geannuleerd' });
  expect(await begin(later)).toBeUndefined();
});
