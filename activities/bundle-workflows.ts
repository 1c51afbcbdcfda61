import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { inAscii } from '../ops/ascii.ts';

/**
 * The workflows as one piece of code, bundled by a process of its own: the bundler takes a few hundred megabytes,
 * which the worker would keep for as long as it runs.
 */
export async function bundleWorkflows(): Promise<{ code: string }> {
  const child = spawn(process.execPath, [import.meta.filename], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [code, [exitCode]] = await Promise.all([
    text(child.stdout),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  if (exitCode !== 0) throw new Error(`The workflows could not be bundled (exit code ${exitCode ?? 'none'})`);
  return { code };
}

/**
 * Bundles them in this process. The worker and its threads hold this text several times over, so that it is kept
 * small: it leads back to files and lines without holding their texts, and takes one byte a character.
 */
export async function bundleWorkflowsHere(): Promise<{ code: string }> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('../workflows/index.ts', import.meta.url)),
    logger: new DefaultLogger('ERROR'),
    webpackConfigHook: (config) => ({ ...config, devtool: 'inline-nosources-source-map' }),
  });
  return { code: inAscii(code) };
}

if (import.meta.main) {
  // A worker that was killed meanwhile reads nothing any more: that is no error of ours to report.
  process.stdout.once('error', () => process.exit(1));
  process.stdout.write((await bundleWorkflowsHere()).code);
}
