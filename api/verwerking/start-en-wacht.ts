import { setTimeout as sleep } from 'node:timers/promises';
import {
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  type Client,
} from '@temporalio/client';
import type { SearchAttributePair } from '@temporalio/common';
import type { UpdateDefinition } from '@temporalio/common';
import { VerwerkingNietBeschikbaar } from '../../domain/zoekvragen/fouten.ts';
import { isTemporalWeg } from './is-temporal-weg.ts';

export interface TeStarten<Answer> {
  readonly type: string;
  readonly id: string;
  readonly taskQueue: string;
  readonly input: object;
  /** The update that gives the answer. */
  readonly antwoord: UpdateDefinition<Answer>;
  /** What operators see in Temporal's pages. */
  readonly samenvatting: string;
  readonly zoekvelden: SearchAttributePair[];
  /** What to do when it runs already: wait with the others, or refuse (`WorkflowExecutionAlreadyStartedError`). */
  readonly alsHetLoopt: 'USE_EXISTING' | 'FAIL';
  /** How long somebody waits for the answer, in milliseconds. */
  readonly wachtMs: number;
}

/** After this silence UM looks whether the process was started at all. */
const stilteMs = 3_000;
const kijkMs = 2_000;
const startMs = 5_000;

/**
 * Starts a process and waits for its answer, in one call to Temporal. Undefined when the answer takes longer
 * than `wachtMs`: the process goes on. Throws `VerwerkingNietBeschikbaar` when nothing could be started.
 */
export async function startEnWacht<Answer>(
  temporal: Client,
  wat: TeStarten<Answer>,
): Promise<Answer | undefined> {
  if (wat.wachtMs === 0) return start(temporal, wat);
  const afbreken = new AbortController();
  const eind = Date.now() + wat.wachtMs;
  try {
    const antwoord = temporal.withAbortSignal(afbreken.signal, () => voerUit(temporal, wat));
    const snel = await binnen(antwoord, Math.min(stilteMs, wat.wachtMs), afbreken.signal);
    if (snel) return snel.waarde;
    await bevestigStart(temporal, wat.id);
    return (await binnen(antwoord, eind - Date.now(), afbreken.signal))?.waarde;
  } catch (fout) {
    if (fout instanceof WorkflowExecutionAlreadyStartedError) throw fout;
    throw isTemporalWeg(fout) ? new VerwerkingNietBeschikbaar({ cause: fout }) : fout;
  } finally {
    afbreken.abort();
  }
}

function opties<Answer>(wat: TeStarten<Answer>) {
  return {
    workflowId: wat.id,
    taskQueue: wat.taskQueue,
    args: [wat.input],
    workflowIdConflictPolicy: wat.alsHetLoopt,
    staticSummary: wat.samenvatting,
    typedSearchAttributes: wat.zoekvelden,
  };
}

async function start<Answer>(temporal: Client, wat: TeStarten<Answer>): Promise<undefined> {
  try {
    await temporal.withDeadline(Date.now() + startMs, () => temporal.workflow.start(wat.type, opties(wat)));
  } catch (fout) {
    throw isTemporalWeg(fout) ? new VerwerkingNietBeschikbaar({ cause: fout }) : fout;
  }
}

function voerUit<Answer>(temporal: Client, wat: TeStarten<Answer>): Promise<Answer> {
  const startWorkflowOperation = new WithStartWorkflowOperation(wat.type, opties(wat));
  return temporal.workflow.executeUpdateWithStart(wat.antwoord, { startWorkflowOperation });
}

/** The value once it is there; undefined when it is not there in time. */
async function binnen<T>(
  belofte: Promise<T>,
  ms: number,
  signal: AbortSignal,
): Promise<{ waarde: T } | undefined> {
  const opTijd = belofte.then((waarde) => ({ waarde }));
  // When nobody waits any more, aborting makes the call fail; that is no error.
  opTijd.catch(() => undefined);
  const teLaat = sleep(Math.max(0, ms), undefined, { signal }).catch(() => undefined);
  return Promise.race([opTijd, teLaat]);
}

async function bevestigStart(temporal: Client, id: string): Promise<void> {
  try {
    await temporal.withDeadline(Date.now() + kijkMs, () => temporal.workflow.getHandle(id).describe());
  } catch (cause) {
    throw new VerwerkingNietBeschikbaar({ cause });
  }
}
