import { setTimeout as sleep } from 'node:timers/promises';
import { Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';

/** The longest pause before a call is tried again, in milliseconds: whoever asks waits no longer than some seconds. */
const longestPauseMs = 1_000;
/** By how much a timer may be late. */
const slackMs = 50;

export interface TemporalConnection {
  readonly connection: Connection;
  /** Waits for what is about to be tried again: on a closed connection that would throw, and nobody could catch it. */
  readonly close: () => Promise<void>;
}

/** A connection to Temporal that is made when it is first used. */
export function openTemporalConnection(address: string): TemporalConnection {
  const usual = defaultGrpcRetryOptions();
  let closing = false;
  let lastRetry = -Infinity;
  const retry = makeGrpcRetryInterceptor({
    retryableDecider: (attempt, status) => !closing && usual.retryableDecider(attempt, status),
    delayFunction(attempt, status) {
      const pauseMs = Math.min(longestPauseMs, usual.delayFunction(attempt, status));
      lastRetry = Math.max(lastRetry, performance.now() + pauseMs);
      return pauseMs;
    },
  });
  const connection = Connection.lazy({ address, interceptors: [retry] });
  const close = async (): Promise<void> => {
    closing = true;
    const waitMs = lastRetry + slackMs - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    await connection.close();
  };
  return { connection, close };
}
