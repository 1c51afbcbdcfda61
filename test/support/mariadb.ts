import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { freePort } from '../../ops/local/ports.ts';
import { stopProcess } from '../../ops/local/supervise.ts';
import { Uitleg } from '../../ops/local/uitleg.ts';

export interface Mariadb {
  /** `mysql://root@127.0.0.1:<port>`, without a database: each test makes its own. */
  readonly url: string;
  stop(): Promise<void>;
}

const startMs = 60_000;
const stopMs = 20_000;
/** Debian keeps the server outside the PATH of ordinary users. */
const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/usr/local/sbin` };

/** Refuses, with how to get it, where MariaDB is not installed. */
export function demandMariadb(): void {
  if (spawnSync('mariadbd', ['--version'], { env }).status === 0) return;
  throw new Uitleg('MariaDB ontbreekt: installeer mariadb-server (Debian: apt-get install mariadb-server).');
}

/** A private MariaDB server with its data in `dir`; nothing of a server that is installed already is touched. */
export async function startMariadb(dir: string): Promise<Mariadb> {
  demandMariadb();
  mkdirSync(dir, { recursive: true });
  const data = join(dir, 'data');
  const user = `--user=${userInfo().username}`;
  const common = ['--no-defaults', `--datadir=${data}`, user];
  const made = spawnSync('mariadb-install-db', [...common, '--auth-root-authentication-method=normal'], {
    env,
  });
  if (made.status !== 0) throw new Error(`mariadb-install-db failed: ${made.stderr.toString().slice(-500)}`);

  const port = await freePort();
  const logFile = join(dir, 'mariadb.log');
  const log = openSync(logFile, 'a');
  const child = spawn(
    'mariadbd',
    [
      ...common,
      `--socket=${join(dir, 'mariadb.sock')}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      // As unlike SQLite as a server comes: case-insensitive unless UM says otherwise, and strict about snapshots,
      // which newer servers are by themselves.
      '--character-set-server=latin1',
      '--loose-innodb-snapshot-isolation=ON',
      // Tests throw their data away: no waiting for the disk.
      '--innodb-flush-log-at-trx-commit=0',
    ],
    { env, stdio: ['ignore', log, log] },
  );
  closeSync(log);
  process.once('exit', () => child.kill('SIGKILL'));
  const url = `mysql://root@127.0.0.1:${port}`;
  await untilReady(url, child, logFile);
  return { url, stop: () => stopProcess(child, stopMs) };
}

async function untilReady(url: string, child: ChildProcess, logFile: string): Promise<void> {
  const deadline = Date.now() + startMs;
  for (;;) {
    try {
      const connection = await createConnection(url);
      await connection.end();
      return;
    } catch (error) {
      if (child.exitCode !== null || Date.now() > deadline) {
        throw new Error(`MariaDB did not start: ${readFileSync(logFile, 'utf8').slice(-500)}`, {
          cause: error,
        });
      }
      await sleep(100);
    }
  }
}
