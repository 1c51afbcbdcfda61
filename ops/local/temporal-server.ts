import { Connection } from '@temporalio/client';
import { startPart, type Part, type PartOptions } from './supervise.ts';

export interface TemporalServerOptions extends Pick<PartOptions, 'logFile' | 'restart' | 'say' | 'onSpawn'> {
  readonly executable: string;
  readonly port: number;
  /** Port of Temporal's pages for operators; without it there are none. */
  readonly uiPort?: number;
  /** Database file that survives a restart; without it everything is in memory. */
  readonly dbFile?: string;
}

export interface TemporalServer extends Part {
  readonly address: string;
}

/** The server's one shard polls its queues 20 times a second unless told otherwise: 50 ms for every step. */
const dynamicConfig = [
  'history.transferProcessorMaxPollRPS=1000',
  'history.timerProcessorMaxPollRPS=1000',
  'history.visibilityProcessorMaxPollRPS=1000',
];
/** What operators filter on in Temporal's pages; the workflows set them. */
const searchAttributes = ['Gemeente=Keyword', 'Soort=Keyword', 'Status=Keyword'];

/** Starts Temporal's dev server and waits until a client is answered. */
export async function startTemporalServer(options: TemporalServerOptions): Promise<TemporalServer> {
  const address = `127.0.0.1:${options.port}`;
  const part = await startPart({
    ...options,
    name: 'Temporal',
    command: options.executable,
    args: serverArgs(options),
    env: process.env,
    ready: () => answers(address),
  });
  return { ...part, address };
}

function serverArgs({ port, uiPort, dbFile }: TemporalServerOptions): string[] {
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--log-level', 'error'],
    ...(uiPort === undefined ? ['--headless'] : ['--ui-ip', '127.0.0.1', '--ui-port', String(uiPort)]),
    ...(dbFile === undefined
      ? []
      : ['--db-filename', dbFile, ...pragmas.flatMap((p) => ['--sqlite-pragma', p])]),
    ...dynamicConfig.flatMap((value) => ['--dynamic-config-value', value]),
    ...searchAttributes.flatMap((attribute) => ['--search-attribute', attribute]),
  ];
}

/** Twice as many workflows a second as with SQLite's defaults, and nothing lost when the process is killed. */
const pragmas = ['journal_mode=WAL', 'synchronous=NORMAL'];

async function answers(address: string): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: 2_000 });
  try {
    await connection.workflowService.describeNamespace({ namespace: 'default' });
  } finally {
    await connection.close();
  }
}
