import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StackDescription } from '../../ops/local/stack-description.ts';

const root = join(import.meta.dirname, '..', '..');
const startMs = 120_000;

/** `npm start` as a process of its own, in a home that is thrown away. */
export interface RunningStack {
  readonly process: ChildProcess;
  readonly description: StackDescription;
  /** What it printed so far. */
  readonly output: () => string;
}

export function tempHome(): { readonly dir: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'um-stack-'));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

const started = new Set<ChildProcess>();

/** Runs a script of the local stack; nobody has to be up for it. */
export function runScript(
  script: string,
  home: string,
  portBase: number,
): { child: ChildProcess; output: () => string } {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'ops', 'local', script)],
    {
      env: { ...process.env, UM_HOME: home, UM_PORT_BASE: String(portBase) },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  started.add(child);
  child.once('exit', () => started.delete(child));
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  }
  return { child, output: () => printed.join('') };
}

/** Starts a stack and waits until it says that it is up. */
export async function startNpmStart(home: string, portBase: number): Promise<RunningStack> {
  const { child, output } = runScript('start.ts', home, portBase);
  const file = join(home, 'stack.json');
  const deadline = Date.now() + startMs;
  while (!output().includes('UM draait')) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`npm start failed:\n${output()}`);
    await sleep(100);
  }
  return { process: child, description: JSON.parse(readFileSync(file, 'utf8')) as StackDescription, output };
}

/** Waits for the end of a process; its exit code. */
export async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    await new Promise((resolve) => child.once('exit', resolve));
  }
  return child.exitCode;
}

/** Stops whatever a test left running. */
export async function stopEverything(): Promise<void> {
  await Promise.all(
    [...started].map((child) => {
      child.kill('SIGTERM');
      return ended(child);
    }),
  );
}

/** Ctrl-C, as the terminal sends it. */
export function pressCtrlC(stack: RunningStack): Promise<number | null> {
  stack.process.kill('SIGINT');
  return ended(stack.process);
}
