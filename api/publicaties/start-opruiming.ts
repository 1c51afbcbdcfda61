import type { PublicatieRow } from '../../db/tables.ts';
import { opruiming, taskQueue, zoekvelden } from '../../workflows/contract.ts';
import type { ApiDeps } from '../deps.ts';

const geduldMs = 3_000;

/**
 * Lets the records of a withdrawn publicatie be deleted. VUM finds them no longer whether this succeeds or not;
 * what does not start now is done by the sweep.
 */
export async function startOpruiming(
  { temporal, logger }: Pick<ApiDeps, 'temporal' | 'logger'>,
  { id, oin, soort }: PublicatieRow,
): Promise<void> {
  try {
    await temporal.withDeadline(Date.now() + geduldMs, () =>
      temporal.workflow.start(opruiming.type, {
        workflowId: opruiming.id(id),
        taskQueue,
        args: [{ oin, soort, respijtMs: opruiming.respijtMs }],
        workflowIdConflictPolicy: 'USE_EXISTING',
        staticSummary: 'De ingetrokken publicatie verwijderen',
        typedSearchAttributes: [
          { key: zoekvelden.gemeente, value: oin },
          { key: zoekvelden.soort, value: soort },
          { key: zoekvelden.status, value: 'wacht' },
        ],
      }),
    );
  } catch (err) {
    logger.warn({ err, publicatieId: id }, 'Clean-up not started; the sweep will do it');
  }
}
