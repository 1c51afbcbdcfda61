/** `npm test [-- --db mariadb] [-- jest arguments]`: gets what the tests need and runs jest in ESM mode. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { findTemporalCli } from '../../ops/local/temporal-cli.ts';
import { Uitleg } from '../../ops/local/uitleg.ts';
import { demandMariadb } from './mariadb.ts';

const root = join(import.meta.dirname, '..', '..');
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');

try {
  const { db, jestArgs } = readArguments(process.argv.slice(2));
  if (db === 'mariadb') demandMariadb();
  const cli = await findTemporalCli(process.env, (line) => console.error(line));
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const child = spawn(process.execPath, [...flags, jest, ...jestArgs], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TEMPORAL_CLI_PATH: cli, UM_TEST_DB: db },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal ? constants.signals[signal] : 1);
  });
} catch (error) {
  if (!(error instanceof Uitleg)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function readArguments(args: readonly string[]): { db: string; jestArgs: string[] } {
  const at = args.indexOf('--db');
  if (at < 0) return { db: process.env['UM_TEST_DB'] ?? 'sqlite', jestArgs: [...args] };
  const db = args[at + 1];
  if (db !== 'sqlite' && db !== 'mariadb') throw new Uitleg('Gebruik --db sqlite of --db mariadb.');
  return { db, jestArgs: args.toSpliced(at, 2) };
}
