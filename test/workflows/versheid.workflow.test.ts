import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startAanleverOpstelling, type AanleverOpstelling } from '../support/aanlever-opstelling.ts';
import { alsNdjson, profiel } from '../support/profiel.ts';
import { recordsVan } from '../support/rijen.ts';
import { standaardConfig } from '../support/worker.ts';

let um: AanleverOpstelling;
beforeAll(async () => {
  const duren = { PUBLICATIE_VEROUDERD_NA: 'P10D', PUBLICATIE_INTREKKEN_NA: 'P14D' };
  um = await startAanleverOpstelling({ config: { ...standaardConfig, ...duren } });
}, 60_000);
afterAll(() => um.stop());

const dagenGeleden = (dagen: number) => new Date(Date.now() - dagen * 86_400_000).toISOString();
const veeg = (naam: string) =>
  um.temporal.workflow.execute('retentie', { taskQueue: 'um', workflowId: naam, args: [] });

test('the sweep tells of an upload that was left to grow old, withdraws it, and deletes its records', async () => {
  const { publicatieId: id = '' } = await um.leverAan('soort=werkzoekende', alsNdjson([profiel('oud')]));
  const zet = (wat: object) => um.db('publicaties').where({ id }).update(wat);
  const trail = () => um.db('gebeurtenissen').where({ object_id: id }).orderBy('id').pluck('actie');
  await zet({ gepubliceerd_op: dagenGeleden(20) });

  await veeg('veeg-1');
  expect(await trail()).toEqual(['publicatie-verouderd']);
  expect(await um.gevonden()).toEqual(['oud']);

  await zet({ veroudering_gemeld_op: dagenGeleden(5) });
  await veeg('veeg-2');
  expect(await um.gevonden()).toEqual([]);
  expect((await um.vraag('GET', `/v1/publicaties/${id}`)).body).toMatchObject({ status: 'ingetrokken' });

  await zet({ beeindigd_op: dagenGeleden(1) });
  await veeg('veeg-3');
  expect(await recordsVan(um.db, id)).toEqual([]);
  expect(await trail()).toEqual(['publicatie-verouderd', 'publicatie-ingetrokken', 'publicatie-geleegd']);
}, 60_000);
