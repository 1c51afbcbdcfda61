import { setImmediate } from 'node:timers/promises';
import { Context } from '@temporalio/activity';

const heartbeatMs = 1_000;

/**
 * Runs long work in the database, in steps: it heartbeats as long as it runs, and calling `stap` between two
 * transactions lets others have their turn and lets a cancellation end it.
 */
export async function inStappen<T>(doe: (stap: () => Promise<void>) => Promise<T>): Promise<T> {
  const context = Context.current();
  const timer = setInterval(() => context.heartbeat(), heartbeatMs);
  try {
    return await doe(async () => {
      await setImmediate();
      // Rejects: a cancellation is what happened, whatever it broke.
      if (context.cancellationSignal.aborted) await context.cancelled;
    });
  } finally {
    clearInterval(timer);
  }
}
