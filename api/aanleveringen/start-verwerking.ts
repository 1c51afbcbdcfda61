import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { VerwerkingNietBeschikbaar } from '../../domain/zoekvragen/fouten.ts';
import { aanlevering, taskQueue, type AanleveringInput } from '../../workflows/contract.ts';
import { isTemporalWeg } from '../verwerking/is-temporal-weg.ts';

const geduldMs = 5_000;

/** Starts the workflow of an upload; an upload has one, however often it is started, also after it has ended. */
export async function startVerwerking(temporal: Client, input: AanleveringInput): Promise<void> {
  const start = () =>
    temporal.workflow.start(aanlevering.type, {
      workflowId: aanlevering.id(input.aanleveringId),
      taskQueue,
      args: [input],
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      workflowIdConflictPolicy: 'USE_EXISTING',
      ...aanlevering.opschrift(input),
    });
  try {
    await bereik(temporal, start);
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

/** Asks Temporal, and throws `VerwerkingNietBeschikbaar` when it does not answer in time. */
export async function bereik<T>(temporal: Client, vraag: () => Promise<T>): Promise<T> {
  try {
    return await temporal.withDeadline(Date.now() + geduldMs, vraag);
  } catch (error) {
    if (isTemporalWeg(error)) throw new VerwerkingNietBeschikbaar({ cause: error });
    throw error;
  }
}
