import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Uitleg } from './uitleg.ts';

export interface PartOptions {
  /** What people call it. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly logFile: string;
  /** Resolves when the part does its job; rejects as long as it does not. */
  readonly ready: () => Promise<unknown>;
  /** Whether it is started again after it ended by itself. */
  readonly restart: boolean;
  readonly say: (line: string) => void;
  /** Told of every process of this part, so that one that outlives us can be found. */
  readonly onSpawn?: (pid: number) => void;
}

export interface Part {
  readonly name: string;
  stop(): Promise<void>;
}

const readyMs = 90_000;
const stopMs = 25_000;
const firstBackoffMs = 500;
const maxBackoffMs = 30_000;
/** Running for this long counts as healthy: the next restart is quick again. */
const healthyMs = 60_000;

/** Starts a part of the stack as a process of its own, waits until it is ready and keeps it running. */
export async function startPart(options: PartOptions): Promise<Part> {
  let stopping = false;
  let backoff = firstBackoffMs;
  let retry: NodeJS.Timeout | undefined;
  let child = launch();

  function launch(): ChildProcess {
    const started = Date.now();
    const launched = spawnPart(options);
    launched.once('exit', (code, signal) => {
      if (stopping || !options.restart || !isReady) return;
      if (Date.now() - started > healthyMs) backoff = firstBackoffMs;
      const seconds = backoff / 1_000;
      options.say(
        `${options.name} is gestopt (${signal ?? `code ${code ?? '?'}`}) en start over ${seconds} s opnieuw; zie ${options.logFile}`,
      );
      retry = setTimeout(() => (child = launch()), backoff);
      backoff = Math.min(backoff * 2, maxBackoffMs);
    });
    return launched;
  }

  let isReady = false;
  const part: Part = {
    name: options.name,
    stop: async () => {
      stopping = true;
      clearTimeout(retry);
      await stopProcess(child, stopMs);
    },
  };
  try {
    await untilReady(options, child);
    isReady = true;
    return part;
  } catch (error) {
    await part.stop();
    throw error;
  }
}

function spawnPart({ command, args, env, logFile, onSpawn }: PartOptions): ChildProcess {
  const log = openSync(logFile, 'a', 0o600);
  // A group of its own: Ctrl-C in the terminal reaches us alone, and we stop the parts in order.
  const child = spawn(command, args, { env, stdio: ['ignore', log, log], detached: true });
  closeSync(log);
  child.once('error', () => undefined);
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  child.once('exit', () => process.off('exit', killWithUs));
  if (child.pid !== undefined) onSpawn?.(child.pid);
  return child;
}

async function untilReady({ name, ready, logFile }: PartOptions, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + readyMs;
  for (;;) {
    if (hasEnded(child))
      throw new Uitleg(`${name} stopte meteen na het starten; de reden staat in ${logFile}.`);
    try {
      await ready();
      return;
    } catch (error) {
      if (Date.now() > deadline) {
        const seconds = readyMs / 1_000;
        const sentence = `${name} was na ${seconds} seconden nog niet klaar; kijk in ${logFile} en probeer het opnieuw.`;
        throw new Uitleg(sentence, { cause: error });
      }
      await sleep(200);
    }
  }
}

/** Asks a process to stop, and ends it when it does not within `graceMs`. */
export async function stopProcess(child: ChildProcess, graceMs: number): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await ended;
  clearTimeout(late);
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}
