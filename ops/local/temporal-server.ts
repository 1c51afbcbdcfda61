import { spawn, type ChildProcess } from 'node:child_process';
import { openSync, closeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { Uitleg } from './uitleg.ts';

export interface TemporalServerOptions {
  readonly executable: string;
  readonly port: number;
  /** Port of Temporal's pages for operators; without it there are none. */
  readonly uiPort?: number;
  /** Database file that survives a restart; without it everything is in memory. */
  readonly dbFile?: string;
  readonly logFile: string;
}

export interface TemporalServer {
  readonly address: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** The server's one shard polls its queues 20 times a second unless told otherwise: 50 ms for every step. */
const dynamicConfig = [
  'history.transferProcessorMaxPollRPS=1000',
  'history.timerProcessorMaxPollRPS=1000',
  'history.visibilityProcessorMaxPollRPS=1000',
];
/** What operators filter on in Temporal's pages; the workflows set them. */
const searchAttributes = ['Gemeente=Keyword', 'Soort=Keyword', 'Status=Keyword'];
const startMs = 60_000;
const stopMs = 10_000;

/** Starts Temporal's dev server and waits until a client is answered. */
export async function startTemporalServer(options: TemporalServerOptions): Promise<TemporalServer> {
  const log = openSync(options.logFile, 'a', 0o600);
  const child = spawn(options.executable, serverArgs(options), {
    stdio: ['ignore', log, log],
    // A Ctrl-C in the terminal must not reach the server before the worker has finished with it.
    detached: true,
  });
  closeSync(log);
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  child.once('exit', () => process.off('exit', killWithUs));

  const server: TemporalServer = {
    address: `127.0.0.1:${options.port}`,
    process: child,
    stop: () => stopProcess(child, stopMs),
  };
  try {
    await untilReady(server.address, child, options.logFile);
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function serverArgs({ port, uiPort, dbFile }: TemporalServerOptions): string[] {
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--log-level', 'error'],
    ...(uiPort === undefined ? ['--headless'] : ['--ui-ip', '127.0.0.1', '--ui-port', String(uiPort)]),
    ...(dbFile === undefined ? [] : ['--db-filename', dbFile]),
    ...(dbFile === undefined
      ? []
      : ['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL']),
    ...dynamicConfig.flatMap((value) => ['--dynamic-config-value', value]),
    ...searchAttributes.flatMap((attribute) => ['--search-attribute', attribute]),
  ];
}

async function untilReady(address: string, child: ChildProcess, logFile: string): Promise<void> {
  const deadline = Date.now() + startMs;
  let problem: unknown;
  while (Date.now() < deadline) {
    if (hasEnded(child)) {
      throw new Uitleg(`Temporal stopte meteen na het starten; de reden staat in ${logFile}.`);
    }
    try {
      const connection = await Connection.connect({ address, connectTimeout: 2_000 });
      await connection.workflowService.describeNamespace({ namespace: 'default' });
      await connection.close();
      return;
    } catch (error) {
      problem = error;
      await sleep(200);
    }
  }
  throw new Uitleg(`Temporal was na ${startMs / 1000} seconden nog niet bereikbaar; kijk in ${logFile}.`, {
    cause: problem,
  });
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
  return child.exitCode !== null || child.signalCode !== null;
}
