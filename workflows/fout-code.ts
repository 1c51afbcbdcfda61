import { ActivityFailure, ApplicationFailure, isCancellation, TimeoutFailure } from '@temporalio/workflow';

/** The code of what went wrong in an activity; `bijTeLaat` when it did not come to an end at all. */
export function foutCode(fout: unknown, bijTeLaat: string): string {
  const oorzaak = fout instanceof ActivityFailure ? fout.cause : fout;
  if (oorzaak instanceof ApplicationFailure && oorzaak.type && oorzaak.type !== 'onverwacht')
    return oorzaak.type;
  if (oorzaak instanceof TimeoutFailure) {
    // Out of patience: what the last attempt said tells more than that time was up.
    return oorzaak.cause === undefined ? bijTeLaat : foutCode(oorzaak.cause, bijTeLaat);
  }
  return 'niet-afgerond';
}

/** Whether trying again cannot help: the activity said so, or somebody ended it. */
export function isDefinitief(fout: unknown): boolean {
  const oorzaak = fout instanceof ActivityFailure ? fout.cause : fout;
  return isCancellation(fout) || (oorzaak instanceof ApplicationFailure && oorzaak.nonRetryable === true);
}
