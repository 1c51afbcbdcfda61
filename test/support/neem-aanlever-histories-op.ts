/**
 * `node test/support/neem-aanlever-histories-op.ts`: runs every course that an upload can take and keeps its
 * history in test/histories, to be replayed against later versions. Needs UM_TEST_TEMPORAL_ADDRESS. Nothing in a
 * history leads to a person; the name of the machine is taken out.
 */
import { writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { startAanleverOpstelling } from './aanlever-opstelling.ts';
import { alsNdjson, profiel } from './profiel.ts';
import { standaardConfig } from './worker.ts';

const map = new URL('../histories/', import.meta.url);
const um = await startAanleverOpstelling({ worker: false });
const soort = 'soort=werkzoekende';

async function neemOp(naam: string, workflowId: string): Promise<void> {
  const proces = um.temporal.workflow.getHandle(workflowId);
  await proces.result();
  const geschiedenis = historyToJSON(await proces.fetchHistory())
    .replaceAll(hostname(), 'opname')
    // A stack names the folders of the machine that recorded it; a replay does not look at it.
    .replaceAll(/"stackTrace": "(?:[^"\\]|\\.)*"/g, '"stackTrace": ""');
  writeFileSync(new URL(`${naam}.json`, map), `${geschiedenis}\n`);
}

async function stuur(query: string, inhoud: string): Promise<string> {
  const { body } = await um.vraag('POST', `/v1/aanleveringen?${soort}${query}`, { body: inhoud });
  return String(body['id']);
}

/** Uploads something that a person must decide on, and waits until it may be decided. */
async function legVoor(): Promise<string> {
  const id = await stuur('&goedkeuring=handmatig', alsNdjson([profiel('b')]));
  while ((await um.db('aanleveringen').where({ id }).first())?.status !== 'wacht-op-goedkeuring')
    await sleep(50);
  return id;
}

const beslis = (id: string, besluit: string) =>
  um.vraag('PUT', `/v1/aanleveringen/${id}/besluit`, {
    body: JSON.stringify({ besluit }),
    headers: { 'Content-Type': 'application/json' },
  });

let worker = await um.startWorker();
const goed = await um.leverAan(soort, alsNdjson([profiel('a')]));
await neemOp('aanlevering-gepubliceerd', `aanlevering/${goed.id}`);
const fout = await um.leverAan(soort, alsNdjson([{}]));
await neemOp('aanlevering-afgekeurd', `aanlevering/${fout.id}`);
const mutaties = await um.leverAan(`${soort}&modus=mutaties`, alsNdjson([profiel('b')]));
await neemOp('aanlevering-mutaties', `aanlevering/${mutaties.id}`);

const goedgekeurd = await legVoor();
await beslis(goedgekeurd, 'goedgekeurd');
await neemOp('aanlevering-goedgekeurd', `aanlevering/${goedgekeurd}`);
const afgewezen = await legVoor();
await beslis(afgewezen, 'afgewezen');
await neemOp('aanlevering-afgewezen', `aanlevering/${afgewezen}`);
const wachtend = await legVoor();
await um.vraag('POST', `/v1/aanleveringen/${wachtend}/annulering`);
await neemOp('aanlevering-geannuleerd-wachtend', `aanlevering/${wachtend}`);

const lang = alsNdjson(Array.from({ length: 100_000 }, (_, i) => profiel(`p-${i}`)));
const id = await stuur('', lang);
await um.vraag('POST', `/v1/aanleveringen/${id}/annulering`);
await neemOp('aanlevering-geannuleerd', `aanlevering/${id}`);

await worker.stop();
worker = await um.startWorker({ ...standaardConfig, AANLEVERING_GOEDKEURING_BINNEN: 'PT2S' });
await neemOp('aanlevering-vervallen', `aanlevering/${await legVoor()}`);

await um.temporal.workflow.execute('opruiming', {
  workflowId: 'opruiming/opname',
  taskQueue: 'um',
  args: [{ oin: '00000009990000000001', soort: 'werkzoekende', respijtMs: 10 }],
});
await neemOp('opruiming-gedaan', 'opruiming/opname');
await worker.stop();
await um.stop();
