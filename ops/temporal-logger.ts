import { DefaultLogger, type LogEntry, type LogLevel } from '@temporalio/worker';
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

/** Temporal's own logging, in our format. */
export function createTemporalLogger(logger: Logger): DefaultLogger {
  return new DefaultLogger('INFO', ({ level, message, meta }: LogEntry) => {
    const where = Object.fromEntries(Object.entries(meta ?? {}).filter(([name]) => kept.includes(name)));
    logger[levels[level]](where, message);
  });
}
