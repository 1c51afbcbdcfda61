import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createRetentieActivities } from '../../../activities/retentie/retentie-activities.ts';
import { findActievePublicatie } from '../../../db/actieve-publicaties.ts';
import { listTeLegen } from '../../../db/publicaties.ts';
import { trekIn } from '../../../db/trek-in.ts';
import { meldVeroudering } from '../../../db/versheid.ts';
import type { Versheidsduren } from '../../../domain/publicaties/versheid.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { gemeenteA, gemeenteB } from '../../support/identity.ts';
import { publiceerOp } from '../../support/publiceer.ts';
import { standaardConfig } from '../../support/worker.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.stop());

const aan = { PUBLICATIE_VEROUDERD_NA: 'P10D', PUBLICATIE_INTREKKEN_NA: 'P14D' };
const oinUm = '00000009990000000090';
const dag = (n: number) => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;

/** Sweeps as if it were this day of January. */
const veeg = (n: number, duren: Versheidsduren = aan) =>
  createRetentieActivities({
    db: database.db,
    clock: () => new Date(dag(n)),
    oinUm,
    config: { ...standaardConfig, ...duren },
  }).ruimOp({});

const werkzoekende = (op: number, oin = gemeenteA) => publiceerOp(database.db, oin, 'werkzoekende', dag(op));
const gevonden = (oin = gemeenteA) => findActievePublicatie(database.db, oin, 'werkzoekende');
const spoor = (id: string) =>
  database
    .db('gebeurtenissen')
    .where({ object_id: id })
    .orderBy('id')
    .select('tijdstip', 'oin', 'actor', 'actie', 'reden');

test('an outdated publicatie is told of once, then withdrawn, and its records wait to be deleted', async () => {
  const { db } = database;
  const id = await werkzoekende(1);
  expect(await veeg(10)).toEqual({ gemeenten: 0, opgeruimd: 0 });
  expect(await veeg(11)).toEqual({ gemeenten: 1, opgeruimd: 1 });
  expect(await veeg(12)).toEqual({ gemeenten: 0, opgeruimd: 0 });
  expect(await gevonden()).toBe(id);
  expect(await veeg(15)).toEqual({ gemeenten: 1, opgeruimd: 1 });
  expect(await veeg(16)).toEqual({ gemeenten: 0, opgeruimd: 0 });

  expect(await gevonden()).toBeUndefined();
  const einde = { status: 'ingetrokken', beeindigd_op: dag(15), veroudering_gemeld_op: dag(11) };
  expect(await db('publicaties').where({ id }).first()).toMatchObject(einde);
  expect(await listTeLegen(db, dag(16), 10)).toMatchObject([{ id }]);
  const um = { oin: gemeenteA, actor: 'um' };
  expect(await spoor(id)).toEqual([
    {
      ...um,
      tijdstip: dag(11),
      actie: 'publicatie-verouderd',
      reden: `gepubliceerd op ${dag(1)}; wordt ingetrokken vanaf ${dag(15)}`,
    },
    {
      ...um,
      tijdstip: dag(15),
      actie: 'publicatie-ingetrokken',
      reden: `verouderd: gepubliceerd op ${dag(1)}`,
    },
  ]);
  expect(await db('gebeurtenissen').where({ actie: 'retentie-opgeruimd' }).pluck('reden')).toEqual([
    'publicatiesVerouderdGemeld 1',
    'publicatiesIngetrokken 1',
  ]);
});

test('nothing happens unless it is configured, and nothing is withdrawn without the second duration', async () => {
  const id = await werkzoekende(1);
  expect(await veeg(31, {})).toEqual({ gemeenten: 0, opgeruimd: 0 });
  expect(await spoor(id)).toEqual([]);
  await veeg(31, { PUBLICATIE_VEROUDERD_NA: 'P10D' });
  await veeg(31, { PUBLICATIE_VEROUDERD_NA: 'P10D' });
  expect(await spoor(id)).toMatchObject([{ reden: `gepubliceerd op ${dag(1)}` }]);
  expect(await gevonden()).toBe(id);
});

test('the notice always comes so long before, also when the durations are configured later', async () => {
  const id = await werkzoekende(1);
  await veeg(25);
  expect(await spoor(id)).toMatchObject([
    { reden: `gepubliceerd op ${dag(1)}; wordt ingetrokken vanaf ${dag(29)}` },
  ]);
  await veeg(28);
  expect(await gevonden()).toBe(id);
  await veeg(29);
  expect(await gevonden()).toBeUndefined();
});

test('another gemeente and another soort are left alone', async () => {
  await werkzoekende(1);
  const vers = await werkzoekende(8, gemeenteB);
  const vacatures = await publiceerOp(database.db, gemeenteA, 'vacature', dag(8));
  await veeg(11);
  await veeg(15);
  expect(await gevonden()).toBeUndefined();
  expect(await gevonden(gemeenteB)).toBe(vers);
  expect(await findActievePublicatie(database.db, gemeenteA, 'vacature')).toBe(vacatures);
  expect(await spoor(vers)).toEqual([]);
  expect(await spoor(vacatures)).toEqual([]);
});

test('who publishes again after the notice starts afresh', async () => {
  const oud = await werkzoekende(1);
  await veeg(11);
  const nieuw = await werkzoekende(12);
  await veeg(20);
  expect(await gevonden()).toBe(nieuw);
  expect(await spoor(nieuw)).toEqual([]);
  expect(await database.db('publicaties').where({ id: oud }).first()).toMatchObject({ status: 'vervangen' });
  await veeg(22);
  expect(await spoor(nieuw)).toMatchObject([{ actie: 'publicatie-verouderd', tijdstip: dag(22) }]);
});

test('what was replaced between looking and acting is not touched', async () => {
  const { db } = database;
  const id = await werkzoekende(1);
  const publicatie = { id, oin: gemeenteA, soort: 'werkzoekende', gepubliceerd_op: dag(1) } as const;
  const nieuw = await werkzoekende(12);
  expect(await meldVeroudering(db, publicatie, 'te laat', dag(15))).toBe(false);
  expect(await trekIn(db, { publicatie, actor: 'um', nu: dag(15) })).toBe(false);
  expect(await gevonden()).toBe(nieuw);
  expect(await spoor(id)).toEqual([]);
});

test('two sweeps at once tell and withdraw once', async () => {
  const id = await werkzoekende(1);
  await Promise.all([veeg(11), veeg(11)]);
  await Promise.all([veeg(15), veeg(15)]);
  expect((await spoor(id)).map(({ actie }) => actie)).toEqual([
    'publicatie-verouderd',
    'publicatie-ingetrokken',
  ]);
});
