import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Knex } from 'knex';
import { publiceer } from '../../../activities/aanlevering/publiceer.ts';
import { bewaarVoorbeeld } from '../../../activities/aanlevering/voorbeeld/bewaar-voorbeeld.ts';
import { insertAanlevering, loadAanlevering } from '../../../db/aanleveringen.ts';
import { ensurePublicatie, findNummer } from '../../../db/publicaties.ts';
import { beginOvername, neemOver, wisOvergenomen } from '../../../db/samenvoegen.ts';
import type { AanleveringRow } from '../../../db/tables.ts';
import type { Voorbeeld } from '../../../domain/aanleveringen/voorbeeld.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { gemeenteA as oin } from '../../support/identity.ts';
import { publiceer as maakActief } from '../../support/publiceer.ts';
import { recordsVan } from '../../support/rijen.ts';
import { standaardConfig } from '../../support/worker.ts';

const id = 'aanlevering';
const soort = 'werkzoekende';
const nu = '2026-11-23T20:00:00.000Z';
const voorbeeld: Voorbeeld = {
  ...{ nieuw: 1, gewijzigd: 0, ongewijzigd: 2, verwijderd: 0, geweigerd: 0, nietGevonden: 0 },
};

let database: TestDatabase;
let db: Knex;
let basisId: string;
beforeEach(async () => {
  database = await createTestDatabase();
  db = database.db;
  await maakActief(
    db,
    oin,
    soort,
    ['a', 'b'].map((idWerkzoekende) => ({ idWerkzoekende })),
  );
  basisId = String(await actief());
  await insertAanlevering(db, {
    ...{ id, oin, soort, fouten_modus: 'weiger', modus: 'mutaties', goedkeuring: 'handmatig', mapping: null },
    ...{ aangeleverd_door: 'iemand', aangeleverd_op: nu, correlatie_id: 'c', idempotentie_sleutel: null },
  });
  await db.transaction((trx) =>
    ensurePublicatie(trx, { id: 'nieuw', oin, soort, aanlevering_id: id, aangemaakt_op: nu }),
  );
  await zet({ status: 'controle', fase: 'voorbeeld', geldig: 1 });
});
afterEach(() => database.stop());

const zet = (rij: Partial<AanleveringRow>) => db('aanleveringen').where({ id }).update(rij);
const actief = async () => (await db('actieve_publicaties').where({ oin, soort }).first())?.publicatie_id;
const laad = async (): Promise<AanleveringRow> => (await loadAanlevering(db, id)) as AanleveringRow;

async function bewaar(): Promise<boolean> {
  const deps = { db, clock: () => new Date(nu) };
  return bewaarVoorbeeld(deps, await laad(), { basisId, voorbeeld, onbekend: [] });
}

const probeerTePubliceren = () => publiceer({ db, clock: () => new Date(nu), config: standaardConfig }, id);

const keurGoed = () =>
  zet({ status: 'goedgekeurd', fase: 'publicatie', besluit: 'goedgekeurd', besloten_door: 'iemand' });

test('a preview that comes too late changes nothing: neither what was taken over, nor an approval', async () => {
  expect(await bewaar()).toBe(true);
  await zet({ samengevoegd_tot: 7, overgenomen: 2 });
  expect(await bewaar()).toBe(false);
  expect(await laad()).toMatchObject({ samengevoegd_tot: 7, overgenomen: 2 });
  await keurGoed();
  expect(await bewaar()).toBe(false);
  expect(await laad()).toMatchObject({ status: 'goedgekeurd', besluit: 'goedgekeurd', overgenomen: 2 });
});

test('nothing is published without the approval that was asked for; it is asked again', async () => {
  await bewaar();
  expect(await probeerTePubliceren()).toBe('andere-basis');
  expect(await actief()).toBe(basisId);
  expect(await laad()).toMatchObject({ status: 'controle', fase: 'voorbeeld' });
  await bewaar();
  await keurGoed();
  expect(await probeerTePubliceren()).toBe('gepubliceerd');
  expect(await actief()).toBe('nieuw');
});

test('an approval is forgotten when VUM finds something else than what was shown', async () => {
  await bewaar();
  await keurGoed();
  await zet({ basis_id: 'iets-anders' });
  expect(await probeerTePubliceren()).toBe('andere-basis');
  expect(await laad()).toMatchObject({ status: 'controle', besluit: null, besloten_door: null });
  expect(await bewaar()).toBe(true);
});

test('what was taken over is not wiped by an attempt that was thought dead, nor taken over twice', async () => {
  await bewaar();
  await keurGoed();
  const nummer = async (publicatie: string) => (await findNummer(db, publicatie)) ?? NaN;
  const basis = { id: basisId, nummer: await nummer(basisId) };
  const over = { aanleveringId: id, publicatie: await nummer('nieuw'), basis, tot: 0 };
  const laatste = (await recordsVan(db, basisId)).at(-1)?.nummer;
  const doe = (wat: typeof neemOver) => db.transaction((trx) => wat(trx, over, 500, nu));
  expect(await doe(wisOvergenomen)).toEqual({ tot: undefined });
  expect(await beginOvername(db, await laad())).toBe(true);
  expect(await doe(neemOver)).toEqual({ tot: laatste });

  expect(await doe(wisOvergenomen)).toBe('uit-handen');
  expect(await beginOvername(db, await laad())).toBe(false);
  expect(await doe(neemOver)).toBe('uit-handen');
  expect(await probeerTePubliceren()).toBe('gepubliceerd');
  expect(await doe(wisOvergenomen)).toBe('uit-handen');
  expect((await recordsVan(db, 'nieuw')).map(({ record_id }) => record_id)).toEqual(['a', 'b']);
  expect(await laad()).toMatchObject({ gepubliceerd: 3 });
});
