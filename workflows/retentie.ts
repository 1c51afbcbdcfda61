import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ParentClosePolicy, proxyActivities, startChild } from '@temporalio/workflow';
import type { createActivities } from '../activities/index.ts';
import type { RetentieUitkomst } from '../activities/retentie/retentie-activities.ts';
import { aanlevering, type AanleveringInput } from './contract.ts';
import { opruimwerk, verwijderwerk } from './policies.ts';
import { meldStand } from './stand.ts';

type Activities = ReturnType<typeof createActivities>;

const { ruimOp } = proxyActivities<Activities>({
  ...opruimwerk,
  summary: 'Verlopen matches en verweesde reserveringen opruimen',
});
const { ruimAchtergelatenOp } = proxyActivities<Activities>({
  ...verwijderwerk,
  summary: 'Half ontvangen bestanden en oude publicaties opruimen',
});

/** Sweeps what should be gone by now, and leaves the proof in the trail. A Schedule starts it. */
export async function retentie(): Promise<RetentieUitkomst> {
  const { teHervatten, ...achtergelaten } = await ruimAchtergelatenOp();
  for (const input of teHervatten) await hervat(input);
  const uitkomst = await ruimOp({ ...achtergelaten, hervat: teHervatten.length });
  meldStand('opgeruimd', `${uitkomst.opgeruimd} opgeruimd bij ${uitkomst.gemeenten} gemeenten.`);
  return uitkomst;
}

/** Starts the processing of an upload that came in whole and was never begun. */
async function hervat(input: AanleveringInput): Promise<void> {
  try {
    await startChild(aanlevering.type, {
      workflowId: aanlevering.id(input.aanleveringId),
      args: [input],
      parentClosePolicy: ParentClosePolicy.ABANDON,
      ...aanlevering.opschrift(input),
    });
  } catch (fout) {
    if (!(fout instanceof WorkflowExecutionAlreadyStartedError)) throw fout;
  }
}
