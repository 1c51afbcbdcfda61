import { WorkflowNotFoundError } from '@temporalio/client';
import { lopend, noteerAnnulering } from '../../db/aanleveringen.ts';
import { beeindigAanlevering } from '../../db/beeindig-aanlevering.ts';
import type { AanleveringRow } from '../../db/tables.ts';
import { transactie } from '../../db/transactie.ts';
import { AanleveringAfgerond } from '../../domain/aanleveringen/fouten.ts';
import { aanlevering } from '../../workflows/contract.ts';
import type { ApiDeps } from '../deps.ts';
import { bereik } from './start-verwerking.ts';

/**
 * Asks the workflow to stop; it ends and cleans up by itself. Where no workflow runs, because the file is still
 * coming in or an operator stopped it, the upload ends here and the sweep cleans up.
 */
export async function annuleer(
  { db, clock, temporal }: Pick<ApiDeps, 'db' | 'clock' | 'temporal'>,
  { id }: AanleveringRow,
  door: { readonly actor: string; readonly correlatieId: string },
): Promise<void> {
  await noteerAnnulering(db, id, door);
  try {
    await bereik(temporal, () =>
      temporal.workflow.getHandle(aanlevering.id(id)).signal(aanlevering.annuleer),
    );
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    const einde = { afloop: 'geannuleerd', code: 'geannuleerd', nu: clock().toISOString() } as const;
    const van = ['ontvangst', ...lopend] as const;
    if (!(await transactie(db, (trx) => beeindigAanlevering(trx, id, { ...einde, van })))) {
      throw new AanleveringAfgerond();
    }
  }
}
