import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freePort } from '../../ops/local/ports.ts';
import { startAanleverOpstelling, type AanleverOpstelling } from '../support/aanlever-opstelling.ts';
import { alsNdjson, profiel } from '../support/profiel.ts';
import type { UmProces } from '../support/um-proces.ts';

const adres = '/v1/aanleveringen?soort=werkzoekende';
let um: AanleverOpstelling;
let andere: UmProces;

beforeAll(async () => {
  um = await startAanleverOpstelling({ worker: false, temporalAddress: `127.0.0.1:${await freePort()}` });
  andere = await um.startApiProces();
}, 60_000);
afterAll(async () => {
  andere.child.kill('SIGKILL');
  await um.stop();
});

test('a repetition whose upload was accepted keeps it, also when the first request found no Temporal', async () => {
  const verzoek = { body: alsNdjson([profiel('a')]), headers: { 'Idempotency-Key': 'maart-1' } };
  const eerste = um.vraag('POST', adres, verzoek);
  while ((await um.db('aanleveringen').first('status'))?.status !== 'wacht') await sleep(10);
  const herhaling = await fetch(andere.url + adres, {
    method: 'POST',
    ...{ body: verzoek.body, headers: { ...(await um.token()), ...verzoek.headers } },
  });
  expect(herhaling.status).toBe(202);
  const { id } = (await herhaling.json()) as { id: string };
  expect(await eerste).toMatchObject({ status: 202, body: { id } });
  expect(await um.db('aanleveringen').pluck('status')).toEqual(['wacht']);
  expect(await um.db('gebeurtenissen').pluck('actie')).toEqual(['aanlevering-ontvangen']);
}, 60_000);
