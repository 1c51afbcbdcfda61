import { existsSync, readFileSync } from 'node:fs';
import { bundleWorkflowsHere } from '../../activities/bundle-workflows.ts';
import { writeAtomically } from '../../ops/local/write-atomically.ts';

/** UM's workflows. The first file of a test run bundles them, the others find what it made. */
export async function workflowBundle(): Promise<{ code: string }> {
  const pad = process.env['UM_TEST_BUNDLE'];
  if (pad !== undefined && existsSync(pad)) return { code: readFileSync(pad, 'utf8') };
  const { code } = await bundleWorkflowsHere();
  if (pad !== undefined) writeAtomically(pad, code);
  return { code };
}
