/**
 * `node test/support/neem-aanlever-histories-op.ts`: runs every course that an upload can take and keeps its
 * history in test/histories, to be replayed against later versions. Needs UM_TEST_TEMPORAL_ADDRESS. Nothing in a
 * history leads to a person; the name of the machine is taken out.
 */
import { writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { alsNdjson, profiel, startAanleverOpstelling } from './aanlever-opstelling.ts';

const map = new URL('../histories/', import.meta.url);
const um = await startAanleverOpstelling();
const soort = 'soort=werkzoekende';

async function neemOp(naam: string, workflowId: string): Promise<void> {
  const proces = um.temporal.workflow.getHandle(workflowId);
  await proces.result();
  const geschiedenis = historyToJSON(await proces.fetchHistory()).replaceAll(hostname(), 'opname');
  writeFileSync(new URL(`${naam}.json`, map), `${geschiedenis}\n`);
}

const goed = await um.leverAan(soort, alsNdjson([profiel('a')]));
await neemOp('aanlevering-gepubliceerd', `aanlevering/${goed.id}`);
const fout = await um.leverAan(soort, alsNdjson([{}]));
await neemOp('aanlevering-afgekeurd', `aanlevering/${fout.id}`);

const lang = alsNdjson(Array.from({ length: 100_000 }, (_, i) => profiel(`p-${i}`)));
const { body } = await um.vraag('POST', `/v1/aanleveringen?${soort}`, { body: lang });
const id = String(body['id']);
await um.vraag('POST', `/v1/aanleveringen/${id}/annulering`);
await neemOp('aanlevering-geannuleerd', `aanlevering/${id}`);

await um.temporal.workflow.execute('opruiming', {
  workflowId: 'opruiming/opname',
  taskQueue: 'um',
  args: [{ oin: '00000009990000000001', soort: 'werkzoekende', respijtMs: 10 }],
});
await neemOp('opruiming-gedaan', 'opruiming/opname');
await um.stop();
