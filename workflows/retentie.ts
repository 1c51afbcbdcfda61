import { proxyActivities } from '@temporalio/workflow';
import type { createActivities } from '../activities/index.ts';
import type { RetentieUitkomst } from '../activities/retentie/retentie-activities.ts';
import { opruimwerk } from './policies.ts';
import { meldStand } from './stand.ts';

const { ruimOp } = proxyActivities<ReturnType<typeof createActivities>>({
  ...opruimwerk,
  summary: 'Opruimen wat er niet meer mag zijn',
});

/** Sweeps what should be gone by now, and leaves the proof in the trail. A Schedule starts it. */
export async function retentie(): Promise<RetentieUitkomst> {
  const uitkomst = await ruimOp();
  meldStand('opgeruimd', `${uitkomst.opgeruimd} opgeruimd bij ${uitkomst.gemeenten} gemeenten.`);
  return uitkomst;
}
