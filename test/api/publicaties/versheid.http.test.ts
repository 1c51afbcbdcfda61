import { afterEach, expect, test } from '@jest/globals';
import type { ApiDeps } from '../../../api/deps.ts';
import { startApiOpstelling, type ApiOpstelling } from '../../support/api-opstelling.ts';
import { gemeenteA } from '../../support/identity.ts';
import { publiceerOp } from '../../support/publiceer.ts';

let um: ApiOpstelling;
afterEach(() => um.stop());

const config = { AANLEVERING_MAX_BYTES: 1, ZOEKVRAAG_GELDIG: 'P7D', ZOEKVRAAG_GEDULD: 'PT2M' };
const nu = '2026-01-12T00:00:00.000Z';

/** The freshness of two publicaties as the list and the resource tell it: one vervangen, one active. */
async function toon(duren: Partial<ApiDeps['config']>, gepubliceerdOp: string): Promise<unknown[]> {
  um = await startApiOpstelling(() => ({ clock: () => new Date(nu), config: { ...config, ...duren } }));
  const { db } = um.database;
  await publiceerOp(db, gemeenteA, 'vacature', '2025-01-01T00:00:00.000Z');
  const id = await publiceerOp(db, gemeenteA, 'vacature', gepubliceerdOp);
  const headers = await um.identity.as(gemeenteA, 'auditor');
  const haal = async (pad: string) => (await fetch(um.api.url + pad, { headers })).json();
  const { publicaties } = (await haal('/v1/publicaties')) as { publicaties: { versheid?: unknown }[] };
  const een = (await haal(`/v1/publicaties/${id}`)) as { versheid?: unknown };
  expect(een.versheid).toEqual(publicaties[0]?.versheid);
  return publicaties.map(({ versheid }) => versheid);
}

const aan = { PUBLICATIE_VEROUDERD_NA: 'P10D', PUBLICATIE_INTREKKEN_NA: 'P14D' };

test('an outdated publicatie says since when, and when it goes; one that ended says nothing', async () => {
  expect(await toon(aan, '2026-01-02T00:00:00.000Z')).toEqual([
    { status: 'verouderd', verouderdSinds: nu, wordtIngetrokkenOp: '2026-01-16T00:00:00.000Z' },
    undefined,
  ]);
});

test('a fresh publicatie says so', async () => {
  expect(await toon(aan, '2026-01-11T00:00:00.000Z')).toEqual([{ status: 'vers' }, undefined]);
});

test('UM says nothing of freshness unless it is configured', async () => {
  expect(await toon({}, '2020-01-01T00:00:00.000Z')).toEqual([undefined, undefined]);
});
