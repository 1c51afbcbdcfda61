/** How patient UM is, by name. What cannot get better carries a non-retryable failure and is never repeated. */
import type { ActivityOptions, LocalActivityOptions } from '@temporalio/workflow';

/** Bookkeeping in the database that somebody waits for: runs in the workflow's own step, soon tried again. */
export const boekhouding: LocalActivityOptions = {
  startToCloseTimeout: '10s',
  retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '1m' },
  // Longer pauses become timers, so that a database that is away for hours does not fill the history.
  localRetryThreshold: '5s',
};

/** Work in the database that nobody waits for: goes on until it is done, in view of the operators. */
export const opruimwerk: ActivityOptions = {
  startToCloseTimeout: '5m',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '5m' },
};

/** Asking VUM a search question in the workflow's own step: once, and for a moment only. */
export const meteenAanVum: LocalActivityOptions = {
  summary: 'VUM de zoekvraag stellen',
  startToCloseTimeout: '8s',
  retry: { maximumAttempts: 1 },
};

/** Asking VUM with patience, `geduldMs` at most: VUM itself may take 30 s, and gets some air between. */
export function geduldigAanVum(geduldMs: number): ActivityOptions {
  return {
    summary: 'VUM de zoekvraag stellen, zo nodig nog eens',
    scheduleToCloseTimeout: geduldMs,
    startToCloseTimeout: '35s',
    heartbeatTimeout: '10s',
    retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '15s' },
  };
}

/**
 * Fetching a detail where its asker waits. Once only: VUM counts the questions too, and a person who waits
 * would rather decide himself. A process that died is noticed before anything starts there.
 */
export function ophalenBij(apiTaskQueue: string): ActivityOptions {
  return {
    summary: 'Het detail ophalen bij de bron',
    taskQueue: apiTaskQueue,
    scheduleToStartTimeout: '4s',
    startToCloseTimeout: '12s',
    retry: { maximumAttempts: 1 },
  };
}

/**
 * Reading, validating and storing a file: as long as it takes, within a day. A worker that died is noticed within
 * seconds, and another goes on where it was.
 */
export const leeswerk: ActivityOptions = {
  scheduleToCloseTimeout: '1 day',
  startToCloseTimeout: '1 day',
  heartbeatTimeout: '15s',
  cancellationType: 'WAIT_CANCELLATION_COMPLETED',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
};

/** Deleting much in small steps: as long as it takes, and again until it is done. */
export const verwijderwerk: ActivityOptions = {
  startToCloseTimeout: '1 day',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '5m' },
};
