import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { CompleteAsyncError } from '@temporalio/activity';
import { DomainError } from '../domain/errors.ts';
import type { Logger } from '../ops/logger.ts';

type Activity = (...args: never[]) => Promise<unknown>;

/**
 * The one place where errors become Temporal failures. A `DomainError` keeps its code as the failure's type
 * and is retried only if it can get better. Anything else may quote data (a database error holds values), so
 * that Temporal, which keeps failures, gets a generic text and the log gets the stack.
 */
function toFailure(error: unknown, logger: Logger): Error {
  if (error instanceof ApplicationFailure || error instanceof CancelledFailure) return error;
  if (error instanceof CompleteAsyncError) return error;
  if (error instanceof DomainError) {
    return ApplicationFailure.create({
      message: error.message,
      type: error.code,
      nonRetryable: !error.retryable,
    });
  }
  logger.error({ err: error }, 'Activity failed unexpectedly');
  return ApplicationFailure.create({
    message: 'Unexpected error; see the log of the worker',
    type: 'onverwacht',
  });
}

/** The same activities, whose errors leave as failures. */
export function withFailures<Activities extends Record<keyof Activities, Activity>>(
  activities: Activities,
  logger: Logger,
): Activities {
  const wrapped = Object.entries<Activity>(activities).map(([name, activity]) => [
    name,
    async (...args: never[]) => {
      try {
        return await activity(...args);
      } catch (error) {
        throw toFailure(error, logger);
      }
    },
  ]);
  return Object.fromEntries(wrapped) as Activities;
}
