import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMariadb } from './mariadb.ts';
import { running } from './running.ts';
import { startTestTemporal } from './temporal.ts';

/** Starts once, for all test files, the servers that they share; test files find them through the environment. */
export default async function globalSetup(): Promise<void> {
  running.dir = mkdtempSync(join(tmpdir(), 'um-test-'));
  process.env['UM_TEST_BUNDLE'] = join(running.dir, 'workflows.js');
  // Threads and processes that tests start load the same modules each time.
  process.env['NODE_COMPILE_CACHE'] = join(running.dir, 'compiled');
  const [temporal, mariadb] = await Promise.all([
    process.env['UM_TEST_TEMPORAL_ADDRESS'] ? undefined : startTestTemporal(running.dir),
    process.env['UM_TEST_DB'] === 'mariadb' && !process.env['UM_TEST_MARIADB_URL']
      ? startMariadb(join(running.dir, 'mariadb'))
      : undefined,
  ]);
  if (temporal) {
    running.stops.push(() => temporal.stop());
    process.env['UM_TEST_TEMPORAL_ADDRESS'] = temporal.address;
  }
  if (mariadb) {
    running.stops.push(() => mariadb.stop());
    process.env['UM_TEST_MARIADB_URL'] = mariadb.url;
  }
}
