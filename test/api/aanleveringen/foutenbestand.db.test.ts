import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Foutenbestanden } from '../../../api/aanleveringen/maak-foutenbestand.ts';
import type { AanleveringRow } from '../../../db/tables.ts';
import { FoutenbestandVerlopen } from '../../../domain/aanleveringen/foutenbestand-fouten.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

const vrager = { subject: 'x', correlatieId: 'y' };
const ervoor = '2026-01-01T10:00:00.000Z';
const bewaardTot = '2026-01-01T11:00:00.000Z';
const erna = '2026-01-01T12:00:00.000Z';

let database: TestDatabase;
let upload: AanleveringRow;
beforeEach(async () => {
  database = await createTestDatabase();
  await database.db('aanleveringen').insert({
    ...{ id: 'a', oin: '1', soort: 'vacature', status: 'afgekeurd', fouten_modus: 'weiger' },
    ...{ aangeleverd_door: 'x', aangeleverd_op: ervoor, afgerond_op: ervoor, correlatie_id: '' },
    ...{ formaat: 'csv', bytes: 100, bestand_tot: bewaardTot, fouten_tot: erna },
  });
  await database
    .db('aanlevering_fout_aantallen')
    .insert({ aanlevering_id: 'a', code: 'type', ernst: 'fout', aantal: 1 });
  const row = await database.db('aanleveringen').where({ id: 'a' }).first();
  if (row === undefined) throw new Error('No row');
  upload = row;
});
afterEach(() => database.stop());

/** Asks for a file of which the pieces are not there, at these moments. */
function maak(...momenten: readonly string[]): Promise<unknown> {
  const over = [...momenten];
  const clock = () => new Date((over.length > 1 ? over.shift() : over[0]) ?? erna);
  return new Foutenbestanden({ db: database.db, databaseUrl: database.url, clock }).maak(upload, vrager);
}

test('a file that is deleted while it is first read is gone, as it is for who comes later', async () => {
  await expect(maak(ervoor, ervoor, erna)).rejects.toThrow(FoutenbestandVerlopen);
  await expect(maak(erna)).rejects.toThrow(FoutenbestandVerlopen);
});

test('pieces that are missing from a file that should be there are a fault of UM', async () => {
  await expect(maak(ervoor)).rejects.toThrow('is missing');
});
