/** What UM is measured against: workflows that do nothing, on the same server. */
import {
  condition,
  defineUpdate,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import { zoekvelden } from '../../workflows/contract.ts';

const { niets } = proxyActivities<{ niets(): Promise<number> }>({ startToCloseTimeout: '10s' });

/** One activity, and done. */
export async function kaal(): Promise<number> {
  return niets();
}

export const antwoord = defineUpdate<number>('antwoord');

/** The shape of a zoekvraag: an update that waits for one activity, a status, and a timer that runs on. */
export async function kaleZoekvraag(): Promise<void> {
  const bezig = niets();
  setHandler(antwoord, () => bezig);
  await bezig;
  upsertSearchAttributes([{ key: zoekvelden.status, value: 'beantwoord' }]);
  setCurrentDetails('beantwoord');
  await condition(() => false, '7 days');
}
