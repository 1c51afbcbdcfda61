import { join } from 'node:path';
import { freePort } from '../../ops/local/ports.ts';
import { findTemporalCli } from '../../ops/local/temporal-cli.ts';
import { startTemporalServer, type TemporalServer } from '../../ops/local/temporal-server.ts';

/** A Temporal dev server in memory, with the settings of the local stack. */
export async function startTestTemporal(dir: string): Promise<TemporalServer> {
  const say = (line: string) => console.error(line);
  const executable = await findTemporalCli(process.env, say);
  const logFile = join(dir, 'temporal.log');
  return startTemporalServer({ executable, port: await freePort(), logFile, restart: false, say });
}

/** Address of the Temporal server that this test run shares. */
export function temporalAddress(): string {
  const address = process.env['UM_TEST_TEMPORAL_ADDRESS'];
  if (address === undefined) throw new Error('No Temporal server: run the tests with npm test.');
  return address;
}
