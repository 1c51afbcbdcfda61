import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import { zoekvelden } from './contract.ts';

/** Shows operators where a process stands: a status to filter on, and a sentence. */
export function meldStand(status: string, toelichting: string): void {
  upsertSearchAttributes([{ key: zoekvelden.status, value: status }]);
  setCurrentDetails(toelichting);
}
