import { WorkflowNotFoundError } from '@temporalio/client';
import type { AanleveringRow } from '../../db/tables.ts';
import { AanleveringAfgerond } from '../../domain/aanleveringen/fouten.ts';
import { aanlevering } from '../../workflows/contract.ts';
import type { ApiDeps } from '../deps.ts';
import { bereik } from './start-verwerking.ts';

/** Asks the workflow to stop; it ends and cleans up by itself. */
export async function annuleer(
  { temporal }: Pick<ApiDeps, 'temporal'>,
  { id }: AanleveringRow,
): Promise<void> {
  try {
    await bereik(temporal, () =>
      temporal.workflow.getHandle(aanlevering.id(id)).signal(aanlevering.annuleer),
    );
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) throw new AanleveringAfgerond();
    throw error;
  }
}
