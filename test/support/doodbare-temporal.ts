import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../ops/local/ports.ts';
import { findTemporalCli } from '../../ops/local/temporal-cli.ts';
import { startTemporalServer, type TemporalServer } from '../../ops/local/temporal-server.ts';

/** A Temporal server of the test's own, with a database file: it can be killed and started again. */
export class DoodbareTemporal {
  readonly #map = mkdtempSync(join(tmpdir(), 'um-temporal-'));
  #port = 0;
  #pid = 0;
  #server: TemporalServer | undefined;

  /** Returns the address, which stays the same. */
  async start(): Promise<string> {
    this.#port ||= await freePort();
    this.#server = await startTemporalServer({
      executable: await findTemporalCli(process.env, () => undefined),
      port: this.#port,
      dbFile: join(this.#map, 'temporal.sqlite'),
      logFile: join(this.#map, 'temporal.log'),
      restart: false,
      say: () => undefined,
      onSpawn: (nieuw) => (this.#pid = nieuw),
    });
    return this.#server.address;
  }

  async dood(): Promise<void> {
    process.kill(this.#pid, 'SIGKILL');
    await sleep(500);
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
    rmSync(this.#map, { recursive: true, force: true });
  }
}
