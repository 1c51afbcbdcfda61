import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from '@temporalio/client';
import Koa from 'koa';
import { Registry } from 'prom-client';
import { createVumClient } from '../../activities/vum/vum-client.ts';
import { createChecks, type Parts } from '../../api/checks.ts';
import { connect } from '../../db/connect.ts';
import { health } from '../../ops/health.ts';
import { closeServer, listen } from '../../ops/listen.ts';
import { freePort } from '../../ops/local/ports.ts';
import { createLogger } from '../../ops/logger.ts';
import { openTemporalConnection } from '../../ops/temporal-connection.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startNepVum, type NepVum } from '../support/nep-vum.ts';
import { temporalAddress } from '../support/temporal.ts';

const logger = createLogger('test', 'fatal');
const sluit: (() => Promise<unknown>)[] = [];
let database: TestDatabase;
let vum: NepVum;
let parts: Parts;

beforeAll(async () => {
  [database, vum] = await Promise.all([createTestDatabase(), startNepVum()]);
  const bron = {
    geladen: 1,
    actief: 1,
    mislukt: 0,
    records: 1,
    gereed: true,
    nauwkeurigheid: 'pc4',
  } as const;
  parts = {
    db: database.db,
    temporal: temporalOp(temporalAddress()),
    vum: vumOp(vum.url),
    bron: { stand: () => bron },
  };
});
afterAll(async () => {
  for (const doe of sluit) await doe();
  await vum.sluit();
  await database.stop();
});

function temporalOp(address: string): Client {
  const { connection, close } = openTemporalConnection(address);
  sluit.push(close);
  return new Client({ connection });
}

function vumOp(baseUrl: string) {
  const client = createVumClient({ baseUrl, oinUm: 'x', oinVum: 'x', logger });
  sluit.push(() => client.sluit());
  return client;
}

const nergens = async () => `127.0.0.1:${String(await freePort())}`;

/** What `ready` says with these parts: its status, its word, and which of them do not answer. */
async function stand(anders: Partial<Parts>): Promise<[number, string, string[]]> {
  const app = new Koa().use(health(createChecks({ ...parts, ...anders }), new Registry()));
  const handle = app.callback();
  const server = createServer((req, res) => void handle(req, res));
  const antwoord = await fetch(
    `http://127.0.0.1:${String(await listen(server, '127.0.0.1', 0))}/health/ready`,
  );
  const { status, onderdelen } = (await antwoord.json()) as {
    status: string;
    onderdelen: Record<string, { ok: boolean }>;
  };
  await closeServer(server);
  const weg = Object.entries(onderdelen).flatMap(([naam, { ok }]) => (ok ? [] : [naam]));
  return [antwoord.status, status, weg];
}

test('the API can do without VUM and without Temporal, and not without its database', async () => {
  const db = connect(`mysql://um@${await nergens()}/um`);
  sluit.push(() => db.destroy());
  const zonder = [
    {},
    { vum: vumOp(`http://${await nergens()}`) },
    { temporal: temporalOp(await nergens()) },
    { db },
  ];
  expect(await Promise.all(zonder.map(stand))).toEqual([
    [200, 'ok', []],
    [200, 'beperkt', ['vum']],
    [200, 'beperkt', ['temporal']],
    [503, 'niet gereed', ['database']],
  ]);
}, 60_000);
