import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundle } from '@temporalio/worker';
import { writeAtomically } from '../../ops/local/write-atomically.ts';

/** UM's workflows. The first file of a test run bundles them, the others find what it made. */
export async function workflowBundle(): Promise<WorkflowBundle> {
  const pad = process.env['UM_TEST_BUNDLE'];
  if (pad !== undefined && existsSync(pad)) return { code: readFileSync(pad, 'utf8') };
  const { code } = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('../../workflows/index.ts', import.meta.url)),
    logger: new DefaultLogger('ERROR'),
  });
  if (pad !== undefined) writeAtomically(pad, code);
  return { code };
}
