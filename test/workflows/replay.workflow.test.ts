import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from '@jest/globals';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker, type WorkflowBundle } from '@temporalio/worker';

const map = new URL('../histories/', import.meta.url);
const quiet = new DefaultLogger('ERROR');
let workflowBundle: WorkflowBundle;

beforeAll(async () => {
  Runtime.install({ logger: quiet, shutdownSignals: [] });
  const workflowsPath = fileURLToPath(new URL('../../workflows/index.ts', import.meta.url));
  workflowBundle = await bundleWorkflowCode({ workflowsPath, logger: quiet });
}, 60_000);

/** What runs at a gemeente today must still run after an upgrade. */
test.each(readdirSync(map).filter((naam) => naam.endsWith('.json')))('%s replays', async (naam) => {
  const history: unknown = JSON.parse(readFileSync(new URL(naam, map), 'utf8'));
  await expect(Worker.runReplayHistory({ workflowBundle }, history)).resolves.toBeUndefined();
});
