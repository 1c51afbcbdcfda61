import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client } from '@temporalio/client';
import { retentie, taskQueue } from '../../workflows/contract.ts';

const specificatie = {
  spec: { intervals: [{ every: '15m' as const }] },
  action: {
    type: 'startWorkflow' as const,
    workflowType: retentie.type,
    taskQueue,
    workflowId: 'retentie',
    staticSummary: 'Opruimen wat er niet meer mag zijn',
  },
  policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1h' as const },
};

/** Makes the Schedule of the sweep, or brings the one that is there up to date. Safe for many workers at once. */
export async function ensureRetentieSchedule({ schedule }: Client): Promise<void> {
  try {
    await schedule.create({ scheduleId: retentie.scheduleId, ...specificatie });
  } catch (fout) {
    if (!(fout instanceof ScheduleAlreadyRunning)) throw fout;
    await schedule.getHandle(retentie.scheduleId).update(({ state }) => ({ ...specificatie, state }));
  }
}
