/**
 * `npm run bench:zoekvraag [-- --vragen 100 --gelijktijdig 16]`: searching and asking details through the API
 * against a bare workflow with one activity on the same Temporal server, taking turns in one run; then
 * zoekvragen a second against bare workflows of the same shape. VUM answers at once, so its own time is nil.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Client, Connection, WithStartWorkflowOperation } from '@temporalio/client';
import { createTestDatabase } from '../support/database.ts';
import { gemeenteA, startIdentityProvider } from '../support/identity.ts';
import { json, startNepVum } from '../support/nep-vum.ts';
import { startTestTemporal } from '../support/temporal.ts';
import { startUmProces } from '../support/um-proces.ts';
import { detail, matches } from '../support/zoek-opstelling.ts';

const { values } = parseArgs({
  options: {
    vragen: { type: 'string', default: '100' },
    gelijktijdig: { type: 'string', default: '16' },
    matches: { type: 'string', default: '20' },
  },
});
const aantal = Number(values.vragen);
const gelijktijdig = Number(values.gelijktijdig);

const map = mkdtempSync(join(tmpdir(), 'um-bench-'));
const temporal = await startTestTemporal(map);
const database = await createTestDatabase();
const identity = await startIdentityProvider();
const vum = await startNepVum();
vum.gedraag((verzoek, antwoord) =>
  json(200, verzoek.methode === 'POST' ? matches(Number(values.matches)) : detail('x'))(verzoek, antwoord),
);
const basis = {
  address: temporal.address,
  namespace: 'default',
  databaseUrl: database.url,
  vumUrl: vum.url,
  issuer: identity.issuer,
};
const kaleWorkflows = {
  workflowsPath: join(import.meta.dirname, 'kale-workflows.ts'),
  taskQueue: 'kaal',
};
const api = await startUmProces({ rol: 'api', ...basis });
const processen = [
  api,
  await startUmProces({ rol: 'worker', ...basis }),
  await startUmProces({ rol: 'worker', ...basis, kaal: kaleWorkflows }),
];
const client = new Client({ connection: await Connection.connect({ address: temporal.address }) });
const koppen = { ...(await identity.as(gemeenteA, 'bemiddelaar')), 'Content-Type': 'application/json' };

let nummer = 0;
const id = () => `kaal/${nummer++}`;
const kaal = (): Promise<unknown> => client.workflow.execute('kaal', { taskQueue: 'kaal', workflowId: id() });
const kaleZoekvraag = () =>
  client.workflow.executeUpdateWithStart('antwoord', {
    startWorkflowOperation: new WithStartWorkflowOperation('kaleZoekvraag', {
      taskQueue: 'kaal',
      workflowId: id(),
      args: [],
      workflowIdConflictPolicy: 'FAIL',
    }),
  });
const zoekvraag = async (): Promise<string> => {
  const vraagObject = {
    selectiegebied: { postcode: `${1000 + (nummer % 9000)}AB`, afstand: Math.floor(nummer / 9000) },
  };
  nummer++;
  return post('/v1/zoekvragen', { soort: 'werkzoekende', vraagObject, vernieuwen: true });
};
const detailvraag = (pad: string) => post(`${pad}/detailvragen`, { vumID: 'vum-1', reden: 'meten is weten' });

await Promise.all(
  Array.from({ length: 10 }, async () => {
    await kaal();
    await detailvraag(await zoekvraag());
  }),
);
const tijden = { kaal: [] as number[], zoekvraag: [] as number[], detailvraag: [] as number[] };
for (let n = 0; n < aantal; n++) {
  await meet(tijden.kaal, kaal);
  const pad = await meet(tijden.zoekvraag, zoekvraag);
  await meet(tijden.detailvraag, () => detailvraag(pad));
}
const perSeconde = { kaal: [] as number[], um: [] as number[] };
for (let ronde = 0; ronde < 3; ronde++) {
  perSeconde.kaal.push(await doorvoer(kaleZoekvraag));
  perSeconde.um.push(await doorvoer(zoekvraag));
}

const ms = {
  kaal: p(tijden.kaal, 50),
  zoekvraag: p(tijden.zoekvraag, 50),
  detailvraag: p(tijden.detailvraag, 50),
};
const tempo = { kaal: p(perSeconde.kaal, 50), zoekvragen: p(perSeconde.um, 50) };
console.table({
  'kale workflow': { 'p50 (ms)': ms.kaal, 'p95 (ms)': p(tijden.kaal, 95) },
  zoekvraag: {
    'p50 (ms)': ms.zoekvraag,
    'p95 (ms)': p(tijden.zoekvraag, 95),
    verhouding: rond(ms.zoekvraag / ms.kaal),
  },
  detailvraag: {
    'p50 (ms)': ms.detailvraag,
    'p95 (ms)': p(tijden.detailvraag, 95),
    verhouding: rond(ms.detailvraag / ms.kaal),
  },
});
console.table({ 'per seconde': { ...tempo, verhouding: rond(tempo.zoekvragen / tempo.kaal) } });

for (const { child } of processen) child.disconnect();
await client.connection.close();
await Promise.all([temporal.stop(), vum.sluit(), identity.stop(), database.stop()]);
rmSync(map, { recursive: true, force: true });
console.log(
  JSON.stringify({
    bench: 'zoekvraag',
    zoekvraagVerhouding: rond(ms.zoekvraag / ms.kaal),
    detailvraagVerhouding: rond(ms.detailvraag / ms.kaal),
    zoekvragenPerSecondeVerhouding: rond(tempo.zoekvragen / tempo.kaal),
    ms,
    perSeconde: tempo,
  }),
);

async function post(pad: string, body: object): Promise<string> {
  const antwoord = await fetch(api.url + pad, {
    method: 'POST',
    headers: koppen,
    body: JSON.stringify(body),
  });
  const tekst = await antwoord.text();
  if (antwoord.status !== 201) throw new Error(`${pad}: ${antwoord.status} ${tekst.slice(0, 300)}`);
  return antwoord.headers.get('location') ?? '';
}

async function meet<T>(tijd: number[], doe: () => Promise<T>): Promise<T> {
  // What the one before left to do on the server must not count for this one.
  await sleep(50);
  const begin = performance.now();
  const uitkomst = await doe();
  tijd.push(performance.now() - begin);
  return uitkomst;
}

/** How many a second, with so many at the same time. */
async function doorvoer(doe: () => Promise<unknown>): Promise<number> {
  let nog = aantal * 2;
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: gelijktijdig }, async () => {
      while (nog-- > 0) await doe();
    }),
  );
  return (aantal * 2 * 1000) / (performance.now() - begin);
}

function p(getallen: readonly number[], percentiel: number): number {
  const gesorteerd = getallen.toSorted((a, b) => a - b);
  return rond(
    gesorteerd[Math.min(gesorteerd.length - 1, Math.floor((gesorteerd.length * percentiel) / 100))] ?? NaN,
  );
}

function rond(getal: number): number {
  return Math.round(getal * 100) / 100;
}
