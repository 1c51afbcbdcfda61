import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startAanleverOpstelling, type AanleverOpstelling } from '../support/aanlever-opstelling.ts';
import { gemeenteB } from '../support/identity.ts';
import { alsNdjson, profiel } from '../support/profiel.ts';
import { recordsVan } from '../support/rijen.ts';

const soort = 'soort=werkzoekende';
const veel = (aantal: number, naam = 'p') =>
  alsNdjson(Array.from({ length: aantal }, (_, i) => profiel(`${naam}-${i}`)));

let um: AanleverOpstelling;
beforeAll(async () => {
  um = await startAanleverOpstelling({ worker: false });
}, 60_000);
afterAll(() => um.stop());

async function stuur(inhoud: string): Promise<string> {
  const { status, body } = await um.vraag('POST', `/v1/aanleveringen?${soort}`, { body: inhoud });
  expect(status).toBe(202);
  return body['id'] as string;
}

/** Waits until so many records of the upload are safely stored. */
async function totGelezen(id: string, aantal: number): Promise<void> {
  for (;;) {
    const row = await um.db('aanleveringen').where({ id }).first('gelezen');
    if ((row?.gelezen ?? 0) >= aantal) return;
    await sleep(5);
  }
}

test('a worker that is killed in the middle of a file is taken over: no line twice, none lost', async () => {
  const aantal = 60_000;
  const id = await stuur(veel(aantal));
  const child = await um.startWorkerProces();
  await totGelezen(id, 2_000);
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  const gelezen = (await um.db('aanleveringen').where({ id }).first('gelezen'))?.gelezen ?? 0;
  expect(gelezen).toBeLessThan(aantal);

  const worker = await um.startWorker();
  try {
    expect(await um.wachtOp(id)).toMatchObject({
      status: 'gepubliceerd',
      aantallen: { gelezen: aantal, geldig: aantal, foutief: 0 },
    });
    const [telling] = await um.db('publicatie_records').countDistinct({ ids: 'record_id', regels: 'regel' });
    expect(telling).toEqual({ ids: aantal, regels: aantal });
  } finally {
    await worker.stop();
  }
}, 120_000);

describe('with a worker', () => {
  let worker: Awaited<ReturnType<AanleverOpstelling['startWorker']>>;
  beforeAll(async () => {
    worker = await um.startWorker();
  }, 60_000);
  afterAll(() => worker.stop());

  test('an upload can be cancelled while it is read, and the old set stays', async () => {
    await um.leverAan(soort, alsNdjson([profiel('oud')]));
    const id = await stuur(veel(60_000, 'nooit'));
    await totGelezen(id, 1_000);
    const { status } = await um.vraag('POST', `/v1/aanleveringen/${id}/annulering`);
    expect(status).toBe(202);
    expect(await um.wachtOp(id)).toMatchObject({ status: 'geannuleerd', reden: { code: 'geannuleerd' } });
    expect(await um.gevonden()).toEqual(['oud']);

    await um.temporal.workflow.getHandle(`aanlevering/${id}`).result();
    const publicatie = await um.db('publicaties').where({ aanlevering_id: id }).first('id');
    expect(await recordsVan(um.db, publicatie?.id)).toEqual([]);
    const nogEens = await um.vraag('POST', `/v1/aanleveringen/${id}/annulering`);
    expect(nogEens).toMatchObject({ status: 409, body: { code: 'aanlevering-afgerond' } });
  }, 60_000);

  test('of two uploads at once the one that came in last wins, whichever is ready first', async () => {
    const groot = await stuur(veel(20_000, 'eerder'));
    const klein = await stuur(alsNdjson([profiel('later')]));
    expect(await um.wachtOp(klein)).toMatchObject({ status: 'gepubliceerd' });
    const uitkomst = await um.wachtOp(groot);
    // Only where the first was quicker after all may it have been published, and then it was replaced.
    expect(['ingehaald', 'gepubliceerd']).toContain(uitkomst.status);
    expect(await um.gevonden()).toEqual(['later']);
  }, 60_000);

  describe('a publicatie', () => {
    test('that is withdrawn is found no more, and withdrawing it again changes nothing', async () => {
      const { publicatieId } = await um.leverAan(soort, alsNdjson([profiel('weg')]));
      const adres = `/v1/publicaties/${publicatieId ?? ''}`;
      expect(await um.vraag('DELETE', adres)).toMatchObject({ status: 204 });
      expect(await um.vraag('DELETE', adres)).toMatchObject({ status: 204 });
      expect(await um.gevonden()).toEqual([]);
      expect((await um.vraag('GET', adres)).body).toMatchObject({ status: 'ingetrokken', aantal: 1 });
      const trail = await um
        .db('gebeurtenissen')
        .where({ object_id: publicatieId ?? '' })
        .pluck('actie');
      expect(trail).toEqual(['publicatie-ingetrokken']);
    });

    test('that was replaced or withdrawn loses its records, and the trail says so', async () => {
      const { publicatieId = '' } = await um.leverAan(soort, alsNdjson([profiel('oud')]));
      await um.leverAan(soort, alsNdjson([profiel('nieuw')]));
      await um.temporal.workflow.execute('opruiming', {
        workflowId: `opruiming/${publicatieId}`,
        taskQueue: 'um',
        args: [{ oin: '', soort: 'werkzoekende', respijtMs: 1 }],
      });
      expect(await recordsVan(um.db, publicatieId)).toEqual([]);
      expect(await um.gevonden()).toEqual(['nieuw']);
      const trail = await um.db('gebeurtenissen').where({ object_id: publicatieId }).pluck('actie');
      expect(trail).toEqual(['publicatie-geleegd']);
    });

    test('of another gemeente does not exist', async () => {
      const { id, publicatieId = '' } = await um.leverAan(soort, alsNdjson([profiel('van-a')]));
      const oin = gemeenteB;
      for (const [methode, pad] of [
        ['GET', `/v1/publicaties/${publicatieId}`],
        ['DELETE', `/v1/publicaties/${publicatieId}`],
        ['GET', `/v1/aanleveringen/${id}`],
        ['GET', `/v1/aanleveringen/${id}/fouten`],
        ['POST', `/v1/aanleveringen/${id}/annulering`],
      ] as const) {
        expect(await um.vraag(methode, pad, { oin })).toMatchObject({ status: 404 });
      }
      expect(await um.gevonden()).toEqual(['van-a']);
    });
  });
});
