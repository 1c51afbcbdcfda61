import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rotateLog, type StackHome } from './stack-home.ts';
import type { StackPorts } from './stack-ports.ts';
import type { PartOptions } from './supervise.ts';

type Common = Pick<PartOptions, 'restart' | 'say' | 'onSpawn'>;

const checkout = join(import.meta.dirname, '..', '..');
const answerMs = 5_000;

const script = (path: string) => join(checkout, path);
/** Has a program and its threads run the bundles that `prepareJavascript` made. */
const runJavascript = pathToFileURL(script('ops/javascript/register.mjs')).href;
/**
 * Memory that V8 would take and keep: its space for young objects would grow to over 100 MB with a large file, and
 * what lives for a batch would soon be made among what stays, and stay.
 */
const heap = ['--max-semi-space-size=4', '--no-allocation-site-pretenuring'];
/**
 * What Node is told when it starts each of ours. How much may be added to what was in use before V8 clears up: it would
 * have the API wait until an index that was replaced lies there four times, and the threads that read uploads clear up
 * after every third more.
 */
export const nodeArgs = {
  worker: [...heap, '--heap-growing-percent=100'],
  api: [...heap, '--heap-growing-percent=60'],
};
/** The C library keeps freed memory for every thread apart, and what is large among what is small, unless told not to. */
export const memoryEnv = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '65536' };

/** The programs of the stack that are ours, in the order in which they need each other. */
export function umPrograms(
  home: StackHome,
  ports: StackPorts,
  env: Readonly<Record<string, string | undefined>>,
  common: Common,
): PartOptions[] {
  const program = (name: string, healthPath: string, ...args: string[]): PartOptions => ({
    ...common,
    name,
    // On the Node that runs this.
    command: process.execPath,
    args: ['--disable-warning=ExperimentalWarning', '--import', runJavascript, ...args],
    env: { ...memoryEnv, ...env },
    logFile: freshLog(home, name.toLowerCase()),
    ready: () => demandOk(`http://127.0.0.1:${healthPath}`),
  });
  return [
    program('VUM', `${ports.vum}/_simulator`, script('ops/local/vum-simulator/main.ts'), home.vumConfig),
    program(
      'Worker',
      `${ports.workerMetrics}/health/ready`,
      ...nodeArgs.worker,
      script('activities/main.ts'),
    ),
    program('API', `${ports.api}/health/ready`, ...nodeArgs.api, script('api/main.ts')),
  ];
}

/** Path of a part's log, with the last one put aside when it is large. */
export function freshLog(home: StackHome, part: string): string {
  const path = home.log(part);
  rotateLog(path);
  return path;
}

/** Resolves when the address answers with a success. */
async function demandOk(url: string): Promise<void> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(answerMs) });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
}
