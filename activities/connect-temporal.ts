import { setTimeout as sleep } from 'node:timers/promises';
import { NativeConnection } from '@temporalio/worker';
import type { Logger } from '../ops/logger.ts';

const againAfterMs = 2_000;

/** Connects to Temporal, and goes on trying as long as it is away: then a worker can start before it is there. */
export async function connectTemporal(address: string, logger: Logger): Promise<NativeConnection> {
  for (;;) {
    try {
      return await NativeConnection.connect({ address });
    } catch (err) {
      logger.error({ err }, 'No connection with Temporal: the worker waits for it');
      await sleep(againAfterMs);
    }
  }
}
