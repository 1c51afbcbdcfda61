import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AanleveringRow } from '../../db/tables.ts';
import { startAanleverOpstelling, type AanleverOpstelling } from '../support/aanlever-opstelling.ts';
import { alsNdjson, profiel } from '../support/profiel.ts';
import { actieveRecords, recordsVan } from '../support/rijen.ts';

const aantal = 20_000;
let um: AanleverOpstelling;
let worker: ChildProcess;

beforeAll(async () => {
  um = await startAanleverOpstelling({ worker: false });
  await start();
  await um.leverAan('soort=werkzoekende', set(10));
}, 120_000);
afterAll(async () => {
  await dood();
  await um.stop();
});

async function start(): Promise<void> {
  worker = await um.startWorkerProces();
}

async function dood(): Promise<void> {
  const weg = once(worker, 'exit');
  worker.kill('SIGKILL');
  await weg;
}

/** Everybody's profile, with a travelling time of two digits: in another set all differ, and none in length. */
const set = (maximaleReistijd: number): string =>
  alsNdjson(
    Array.from({ length: aantal }, (_, n) =>
      profiel(`p-${String(n)}`, { mobiliteit: { bemiddelingspostcode: '1012AB', maximaleReistijd } }),
    ),
  );

async function stuur(inhoud: string, query = ''): Promise<string> {
  const { body } = await um.vraag('POST', `/v1/aanleveringen?soort=werkzoekende${query}`, { body: inhoud });
  return String(body['id']);
}

async function totdat(id: string, zover: (rij: AanleveringRow) => boolean): Promise<void> {
  for (;;) {
    const rij = await um.db('aanleveringen').where({ id }).first();
    if (rij && zover(rij)) return;
    await sleep(2);
  }
}

/** What VUM finds, by travelling time; one number when nothing is mixed. */
async function reistijden(): Promise<Record<string, number>> {
  const teksten = await actieveRecords(um.db).pluck<string[]>('record.inhoud');
  const telling: Record<string, number> = {};
  for (const tekst of teksten) {
    const { mobiliteit } = JSON.parse(tekst) as { mobiliteit: { maximaleReistijd: number } };
    telling[mobiliteit.maximaleReistijd] = (telling[mobiliteit.maximaleReistijd] ?? 0) + 1;
  }
  return telling;
}

const spoor = (id: string) => um.db('gebeurtenissen').where({ object_id: id }).orderBy('id').pluck('actie');

async function nietsBlijft(id: string): Promise<void> {
  await um.temporal.workflow.getHandle(`aanlevering/${id}`).result();
  expect(await um.db('aanlevering_delen').where({ aanlevering_id: id })).toEqual([]);
  const publicatie = await um.db('publicaties').where({ aanlevering_id: id }).first();
  if (publicatie?.status !== 'verworpen') return;
  expect(await recordsVan(um.db, publicatie.id)).toEqual([]);
}

const inVoorbeeld = ({ fase, status }: AanleveringRow) => fase === 'voorbeeld' && status === 'controle';

test('a worker that is killed while it compares is taken over, and everything is counted once', async () => {
  const id = await stuur(set(11));
  await totdat(id, inVoorbeeld);
  await dood();
  await start();
  expect(await um.wachtOp(id)).toMatchObject({
    status: 'gepubliceerd',
    voorbeeld: { nieuw: 0, gewijzigd: aantal, ongewijzigd: 0, verwijderd: 0 },
  });
  expect(await reistijden()).toEqual({ 11: aantal });
  expect(await spoor(id)).toEqual(['aanlevering-ontvangen', 'aanlevering-gepubliceerd']);
  await nietsBlijft(id);
}, 120_000);

test.each(['before', 'after'])(
  'an upload whose worker is killed just %s it is cancelled is cancelled, and not failed',
  async (wanneer) => {
    const id = await stuur(set(14));
    await totdat(id, ({ gelezen }) => gelezen > 0);
    const annuleer = () => um.vraag('POST', `/v1/aanleveringen/${id}/annulering`, { sub: 'een-collega' });
    if (wanneer === 'before') await dood();
    expect(await annuleer()).toMatchObject({ status: 202 });
    if (wanneer === 'after') await dood();
    await start();
    expect(await um.wachtOp(id)).toMatchObject({ status: 'geannuleerd' });
    expect(await spoor(id)).toEqual(['aanlevering-ontvangen', 'aanlevering-geannuleerd']);
    await nietsBlijft(id);
  },
  120_000,
);

test('a worker that is killed as it publishes: published once, and the file still goes', async () => {
  const id = await stuur(set(12));
  await totdat(id, ({ fase, status }) => fase === 'publicatie' || status === 'gepubliceerd');
  await dood();
  await start();
  expect(await um.wachtOp(id)).toMatchObject({ status: 'gepubliceerd', aantallen: { gepubliceerd: aantal } });
  expect(await reistijden()).toEqual({ 12: aantal });
  await nietsBlijft(id);
  expect(await spoor(id)).toEqual(['aanlevering-ontvangen', 'aanlevering-gepubliceerd']);
  expect(await um.db('publicaties').where({ status: 'actief' })).toHaveLength(1);
}, 120_000);

test('a worker that is killed while somebody is to decide: the decision is carried out once it is back', async () => {
  const id = await stuur(set(13), '&goedkeuring=handmatig');
  await totdat(id, ({ status }) => status === 'wacht-op-goedkeuring');
  await dood();
  const besluit = await um.vraag('PUT', `/v1/aanleveringen/${id}/besluit`, {
    body: JSON.stringify({ besluit: 'goedgekeurd' }),
    headers: { 'Content-Type': 'application/json' },
  });
  expect(besluit).toMatchObject({ status: 200, body: { status: 'goedgekeurd' } });
  expect(await reistijden()).toEqual({ 12: aantal });
  await start();
  expect(await um.wachtOp(id)).toMatchObject({ status: 'gepubliceerd' });
  expect(await reistijden()).toEqual({ 13: aantal });
  expect(await spoor(id)).toEqual([
    'aanlevering-ontvangen',
    'aanlevering-voorgelegd',
    'aanlevering-goedgekeurd',
    'aanlevering-gepubliceerd',
  ]);
}, 120_000);

test('an upload that is cancelled while it is compared publishes nothing, and nothing of it remains', async () => {
  const id = await stuur(set(14));
  await totdat(id, inVoorbeeld);
  expect(await um.vraag('POST', `/v1/aanleveringen/${id}/annulering`)).toMatchObject({ status: 202 });
  expect(await um.wachtOp(id)).toMatchObject({ status: 'geannuleerd', aantallen: { gelezen: aantal } });
  expect(await reistijden()).toEqual({ 13: aantal });
  expect(await spoor(id)).toEqual(['aanlevering-ontvangen', 'aanlevering-geannuleerd']);
  await nietsBlijft(id);
}, 60_000);
