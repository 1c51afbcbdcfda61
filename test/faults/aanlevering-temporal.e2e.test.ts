import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freePort } from '../../ops/local/ports.ts';
import { findTemporalCli } from '../../ops/local/temporal-cli.ts';
import { startTemporalServer, type TemporalServer } from '../../ops/local/temporal-server.ts';
import {
  alsNdjson,
  profiel,
  startAanleverOpstelling,
  type AanleverOpstelling,
  type Antwoord,
} from '../support/aanlever-opstelling.ts';

let map: string;
let port: number;
let pid: number;
let temporal: TemporalServer;
let um: AanleverOpstelling;

beforeAll(async () => {
  map = mkdtempSync(join(tmpdir(), 'um-aanlevering-'));
  port = await freePort();
  temporal = await start();
  um = await startAanleverOpstelling({ eigenTemporal: temporal.address });
}, 90_000);
afterAll(async () => {
  await um.stop();
  await temporal.stop();
  rmSync(map, { recursive: true, force: true });
});

const start = async (): Promise<TemporalServer> =>
  startTemporalServer({
    executable: await findTemporalCli(process.env, () => undefined),
    port,
    dbFile: join(map, 'temporal.sqlite'),
    logFile: join(map, 'temporal.log'),
    restart: false,
    say: () => undefined,
    onSpawn: (nieuw) => (pid = nieuw),
  });

async function doodTemporal(): Promise<void> {
  process.kill(pid, 'SIGKILL');
  await sleep(500);
}

const rij = (id: string) => um.db('aanleveringen').where({ id }).first();
const spoor = (id: string) => um.db('gebeurtenissen').where({ object_id: id }).orderBy('id').pluck('actie');

const stuur = async (query: string, inhoud: string): Promise<string> =>
  String((await um.vraag('POST', `/v1/aanleveringen?${query}`, { body: inhoud })).body['id']);

const keurGoed = (id: string): Promise<Antwoord> =>
  um.vraag('PUT', `/v1/aanleveringen/${id}/besluit`, {
    body: JSON.stringify({ besluit: 'goedgekeurd' }),
    headers: { 'Content-Type': 'application/json' },
  });

test('without Temporal nobody decides or cancels; when it is back, what waited still waits', async () => {
  const id = await stuur('soort=vacature&goedkeuring=handmatig', '{"idVacature":"v"}');
  while ((await rij(id))?.status !== 'wacht-op-goedkeuring') await sleep(20);

  await doodTemporal();
  for (const antwoord of [await keurGoed(id), await um.vraag('POST', `/v1/aanleveringen/${id}/annulering`)]) {
    expect(antwoord).toMatchObject({
      status: 503,
      body: { detail: expect.stringContaining('kan dit nu niet uitvoeren') },
    });
  }
  expect(await rij(id)).toMatchObject({ status: 'wacht-op-goedkeuring', besluit: null, besloten_door: null });
  expect((await um.vraag('GET', `/v1/aanleveringen/${id}`)).body).toMatchObject({ voorbeeld: { nieuw: 1 } });

  temporal = await start();
  let besluit = await keurGoed(id);
  while (besluit.status === 503) besluit = await keurGoed(id);
  expect(besluit).toMatchObject({ status: 200, body: { status: 'goedgekeurd' } });
  expect(await um.wachtOp(id)).toMatchObject({ status: 'gepubliceerd' });
  expect(await spoor(id)).toEqual([
    'aanlevering-ontvangen',
    'aanlevering-voorgelegd',
    'aanlevering-goedgekeurd',
    'aanlevering-gepubliceerd',
  ]);
}, 120_000);

test('a Temporal that is killed while a file is read: everything is read once, and published once', async () => {
  const aantal = 20_000;
  const profielen = Array.from({ length: aantal }, (_, n) => profiel(`p-${String(n)}`));
  const id = await stuur('soort=werkzoekende', alsNdjson(profielen));
  while (((await rij(id))?.gelezen ?? 0) === 0) await sleep(5);
  await doodTemporal();
  temporal = await start();
  expect(await um.wachtOp(id)).toMatchObject({
    status: 'gepubliceerd',
    aantallen: { gelezen: aantal, geldig: aantal, gepubliceerd: aantal },
  });
  expect(await um.gevonden()).toHaveLength(aantal);
  expect(await spoor(id)).toEqual(['aanlevering-ontvangen', 'aanlevering-gepubliceerd']);
}, 120_000);
