import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { beginControle } from '../../../../activities/aanlevering/begin-controle.ts';
import { leesInDraden } from '../../../../activities/aanlevering/controle/lees-in-draden.ts';
import { Leesdraden } from '../../../../activities/aanlevering/controle/leesdraden.ts';
import { haalMappingOpdracht } from '../../../../activities/aanlevering/mapping/haal-mapping-opdracht.ts';
import { deelGrootte, insertDeel } from '../../../../db/aanlevering-delen.ts';
import { insertAanlevering } from '../../../../db/aanleveringen.ts';
import { OnleesbaarBestand } from '../../../../domain/validatie/onleesbaar-bestand.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { gemeenteA as oin } from '../../../support/identity.ts';
import { leesAlles } from '../../../support/lees-alles.ts';
import { alsNdjson, profiel } from '../../../support/profiel.ts';

const clock = () => new Date('2026-11-26T12:00:00.000Z');
/** Over the size from which two threads share a file. */
const veel = 5 * 1024 * 1024;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.stop());

const regels = (naam: string, aantal: number, presentatie = '') =>
  alsNdjson(
    Array.from({ length: aantal }, (_, nummer) =>
      profiel(`${naam}-${nummer}`, presentatie === '' ? {} : { persoonlijkePresentatie: presentatie }),
    ),
  );
const groot = (naam: string) => regels(naam, veel / 2_000, 'x '.repeat(1_000).trim());

/** Reads a file that has come in; returns how many records were stored, in the order of the file. */
async function lees(leesdraden: Leesdraden, id: string, inhoud: string): Promise<number[]> {
  const { db, url } = database;
  const bytes = Buffer.from(inhoud);
  await insertAanlevering(db, {
    ...{
      id,
      oin,
      soort: 'werkzoekende',
      modus: 'volledig',
      fouten_modus: 'weiger',
      goedkeuring: 'automatisch',
    },
    ...{ aangeleverd_door: 'test', aangeleverd_op: clock().toISOString(), correlatie_id: id },
    ...{ idempotentie_sleutel: null, mapping: null },
  });
  for (let deel = 0; deel * deelGrootte < bytes.length; deel++) {
    await insertDeel(db, id, deel, bytes.subarray(deel * deelGrootte, (deel + 1) * deelGrootte));
  }
  await db('aanleveringen').where({ id }).update({ status: 'wacht', bytes: bytes.length });
  const upload = await beginControle({ db, clock }, id);
  if (!upload) throw new Error('The upload was not accepted');
  const opdracht = {
    databaseUrl: url,
    upload: { id, soort: upload.soort, modus: upload.modus, bytes: bytes.length },
    vanaf: { byte: 0, regel: 0 },
    foutenTeBewaren: 100,
    mapping: await haalMappingOpdracht(db, upload, undefined),
    waardelijstenDir: undefined,
  };
  await leesAlles(leesInDraden(leesdraden, opdracht, clock, AbortSignal.timeout(50_000)));
  return db('publicatie_records')
    .join('publicaties', 'publicaties.nummer', 'publicatie_nummer')
    .where({ aanlevering_id: id })
    .orderBy('publicatie_records.nummer')
    .pluck('regel');
}

const tot = (aantal: number) => Array.from({ length: aantal }, (_, nummer) => nummer + 1);

test('threads that are kept ready read one file after another, also after one that cannot be read', async () => {
  const leesdraden = new Leesdraden(2);
  expect(await lees(leesdraden, 'klein-1', regels('a', 3))).toEqual(tot(3));
  expect(await lees(leesdraden, 'groot-1', groot('b'))).toEqual(tot(veel / 2_000));
  await expect(lees(leesdraden, 'stuk', 'dit is niets')).rejects.toBeInstanceOf(OnleesbaarBestand);
  expect(await lees(leesdraden, 'groot-2', groot('c'))).toEqual(tot(veel / 2_000));
  expect(await lees(leesdraden, 'klein-2', regels('d', 3))).toEqual(tot(3));
}, 60_000);

test('two files at once get threads of their own', async () => {
  const leesdraden = new Leesdraden(1);
  const samen = await Promise.all([
    lees(leesdraden, 'samen-1', groot('e')),
    lees(leesdraden, 'samen-2', groot('f')),
  ]);
  expect(samen).toEqual([tot(veel / 2_000), tot(veel / 2_000)]);
}, 60_000);
