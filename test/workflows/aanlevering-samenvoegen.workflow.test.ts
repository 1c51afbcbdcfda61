import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startAanleverOpstelling, type AanleverOpstelling } from '../support/aanlever-opstelling.ts';
import { alsNdjson, profiel } from '../support/profiel.ts';
import type { TestWorker } from '../support/worker.ts';

const volledig = 'soort=werkzoekende';
const mutaties = `${volledig}&modus=mutaties`;
const aantal = 30_000;
const weg = (id: string) => ({ idWerkzoekende: id, mutatie: 'verwijderen' });

let um: AanleverOpstelling;
let worker: TestWorker;
beforeAll(async () => {
  um = await startAanleverOpstelling({ worker: false });
  worker = await um.startWorker();
  await um.leverAan(volledig, alsNdjson(Array.from({ length: aantal }, (_, i) => profiel(`p-${i}`))));
}, 120_000);
afterAll(async () => {
  await worker.stop();
  await um.stop();
});

async function stuur(query: string, records: readonly object[]): Promise<string> {
  const { body } = await um.vraag('POST', `/v1/aanleveringen?${query}`, { body: alsNdjson(records) });
  return String(body['id']);
}

/** Waits until so many records have been taken over. */
async function totOvergenomen(id: string, hoeveel: number): Promise<void> {
  for (;;) {
    const rij = await um.db('aanleveringen').where({ id }).first('overgenomen');
    if ((rij?.overgenomen ?? 0) >= hoeveel) return;
    await sleep(2);
  }
}

test('a worker that is killed while it merges is taken over: nothing twice, nothing lost', async () => {
  await worker.stop();
  const child = await um.startWorkerProces();
  const id = await stuur(mutaties, [profiel('erbij'), weg('p-1')]);
  await totOvergenomen(id, 1_000);
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  const halverwege = await um.db('aanleveringen').where({ id }).first();
  worker = await um.startWorker();
  expect(halverwege).toMatchObject({ fase: 'samenvoegen' });
  expect(await um.wachtOp(id)).toMatchObject({ status: 'gepubliceerd', aantallen: { gepubliceerd: aantal } });
  const gevonden = await um.gevonden();
  expect(gevonden).toHaveLength(aantal);
  expect(gevonden).toContain('erbij');
  expect(gevonden).not.toContain('p-1');
}, 120_000);

test('an upload can be cancelled while it is merged, and the old set stays', async () => {
  const voor = await um.gevonden();
  const id = await stuur(mutaties, [profiel('nooit')]);
  await totOvergenomen(id, 500);
  await um.vraag('POST', `/v1/aanleveringen/${id}/annulering`);
  expect(await um.wachtOp(id)).toMatchObject({ status: 'geannuleerd' });
  expect(await um.gevonden()).toEqual(voor);
}, 60_000);

test('of two with changes at once both count, or the earlier one is overtaken: never a mixture', async () => {
  const eerder = await stuur(mutaties, [profiel('van-eerder')]);
  const later = await stuur(mutaties, [profiel('van-later')]);
  const uitkomst = await um.wachtOp(eerder);
  expect(await um.wachtOp(later)).toMatchObject({ status: 'gepubliceerd' });
  const erbij = (await um.gevonden()).filter((id) => id.startsWith('van-'));
  expect(erbij).toEqual(uitkomst.status === 'gepubliceerd' ? ['van-eerder', 'van-later'] : ['van-later']);
  expect(await um.gevonden()).toHaveLength(aantal + erbij.length);
}, 60_000);
