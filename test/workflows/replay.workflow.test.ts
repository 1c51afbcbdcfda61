import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DefaultLogger, Runtime, Worker, type WorkflowBundle } from '@temporalio/worker';
import { globalHandlers } from '@temporalio/worker/lib/workflow/vm-shared.js';
import { workflowBundle } from '../support/workflow-bundle.ts';

const map = new URL('../histories/', import.meta.url);
let bundle: WorkflowBundle;

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
  bundle = await workflowBundle();
}, 60_000);

// A replay runs in this process itself and watches every promise in it, also those of the test files after this one.
afterAll(() => globalHandlers.uninstall());

/** What runs at a gemeente today must still run after an upgrade. */
test.each(readdirSync(map).filter((naam) => naam.endsWith('.json')))('%s replays', async (naam) => {
  const history: unknown = JSON.parse(readFileSync(new URL(naam, map), 'utf8'));
  await expect(Worker.runReplayHistory({ workflowBundle: bundle }, history)).resolves.toBeUndefined();
});
