import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startAanleverOpstelling, type AanleverOpstelling } from '../support/aanlever-opstelling.ts';

let um: AanleverOpstelling;
beforeAll(async () => {
  um = await startAanleverOpstelling({ worker: false });
}, 60_000);
afterAll(() => um.stop());

const bewaar = (veld: string) =>
  um.vraag('PUT', '/v1/mappingen/werkzoekende/lijst', {
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      soort: 'werkzoekende',
      id: { kolom: 'Nr' },
      toestemming: { kolom: 'Mag' },
      kolommen: [{ kolom: 'Waarde', veld }],
    }),
  });

test('a worker that is killed halfway is taken over with the mapping that it began with', async () => {
  const aantal = 40_000;
  await bewaar('mobiliteit.bemiddelingspostcode');
  const rijen = Array.from({ length: aantal }, (_, i) => `p-${i};1012AB;${i % 4 === 0 ? 'Nee' : 'Ja'}`);
  const { body } = await um.vraag('POST', '/v1/aanleveringen?soort=werkzoekende', {
    body: ['Nr;Waarde;Mag', ...rijen].join('\n'),
  });
  const id = body['id'] as string;
  const gelezen = async () => (await um.db('aanleveringen').where({ id }).first('gelezen'))?.gelezen ?? 0;
  const child = await um.startWorkerProces();
  while ((await gelezen()) < 2_000) await sleep(5);
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  expect(await gelezen()).toBeLessThan(aantal);
  // With this one no row would have a value that it may have.
  expect((await bewaar('indicatieLdrRegistratie')).status).toBe(200);

  const worker = await um.startWorker();
  try {
    const goed = (aantal * 3) / 4;
    expect(await um.wachtOp(id)).toMatchObject({
      status: 'gepubliceerd',
      aantallen: {
        gelezen: aantal,
        geldig: goed,
        foutief: 0,
        zonderToestemming: aantal - goed,
        gepubliceerd: goed,
      },
    });
    const [telling] = await um.db('publicatie_records').countDistinct({ ids: 'record_id', regels: 'regel' });
    expect(telling).toEqual({ ids: goed, regels: goed });
  } finally {
    await worker.stop();
  }
}, 120_000);
