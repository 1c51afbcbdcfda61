import {
  isGrpcServiceError,
  ServiceError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';

/** Whether a call to Temporal failed because Temporal could not be reached, or did not answer in time. */
export function isTemporalWeg(fout: unknown): boolean {
  return (
    fout instanceof ServiceError ||
    fout instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
    isGrpcServiceError(fout)
  );
}
