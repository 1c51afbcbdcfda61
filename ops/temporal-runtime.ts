import { DefaultLogger, type LogEntry, type LogLevel, type RuntimeOptions } from '@temporalio/worker';
import type { Logger } from './logger.ts';

const levels: Readonly<Record<LogLevel, 'trace' | 'debug' | 'info' | 'warn' | 'error'>> = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
};

/** What of Temporal's own log lines is kept: where it happened. Errors stay out, their texts may quote data. */
const kept = ['workflowId', 'workflowType', 'activityType', 'attempt', 'taskQueue', 'runId'];

/**
 * How Temporal runs in a process of ours: it logs in our format, also what is not written in JavaScript, which would
 * write lines of its own between those of JSON; and it leaves the signals to end to us.
 */
export function temporalRuntime(logger: Logger): RuntimeOptions {
  return {
    logger: new DefaultLogger('INFO', ({ level, message, meta }: LogEntry) => {
      const where = Object.fromEntries(Object.entries(meta ?? {}).filter(([name]) => kept.includes(name)));
      logger[levels[level]](where, message);
    }),
    telemetryOptions: { logging: { filter: 'WARN', forward: {} } },
    shutdownSignals: [],
  };
}
