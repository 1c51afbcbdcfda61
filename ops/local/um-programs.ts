import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rotateLog, type StackHome } from './stack-home.ts';
import type { StackPorts } from './stack-ports.ts';
import type { PartOptions } from './supervise.ts';

type Common = Pick<PartOptions, 'restart' | 'say' | 'onSpawn'>;

const checkout = join(import.meta.dirname, '..', '..');
const answerMs = 5_000;

const script = (path: string) => join(checkout, path);
/** Has a program run the JavaScript that `prepareJavascript` made of its TypeScript. */
const runJavascript = pathToFileURL(script('ops/javascript/register.mjs')).href;
/**
 * Memory that V8 would take and keep. Its space for young objects would grow to over 100 MB with a large file; what
 * an index leaves would lie until there is four times as much, while the threads that read uploads would clear up
 * after every third more; and what lives for a batch would soon be made among what stays, and stay.
 */
const heap = ['--max-semi-space-size=4', '--heap-growing-percent=60', '--no-allocation-site-pretenuring'];

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
    // The C library keeps freed memory for every thread apart, and what is large among what is small, unless told not to.
    env: { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '65536', ...env },
    logFile: freshLog(home, name.toLowerCase()),
    ready: () => demandOk(`http://127.0.0.1:${healthPath}`),
  });
  return [
    program('VUM', `${ports.vum}/_simulator`, script('ops/local/vum-simulator/main.ts'), home.vumConfig),
    program('Worker', `${ports.workerMetrics}/health/ready`, ...heap, script('activities/main.ts')),
    program('API', `${ports.api}/health/ready`, ...heap, script('api/main.ts')),
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
