import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

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
  return { code: code.replace(/\\[^]|[^\0-\xff]/g, inLatin1) };
}

/**
 * One dash in a comment of a package would make V8 take two bytes for every character. What a backslash stands before
 * is left alone: escaped once more, it would mean something else.
 */
const inLatin1 = (found: string): string =>
  found.startsWith('\\') ? found : `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`;

if (import.meta.main) process.stdout.write((await bundleWorkflowsHere()).code);
