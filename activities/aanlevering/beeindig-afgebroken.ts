import { heartbeat } from '@temporalio/activity';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { listOnafgemaakt } from '../../db/aanleveringen.ts';
import { beeindigAanlevering } from '../../db/beeindig-aanlevering.ts';
import type { AanleveringRow } from '../../db/tables.ts';
import { transactie } from '../../db/transactie.ts';
import { aanlevering, type AanleveringInput } from '../../workflows/contract.ts';
import type { AanleveringDeps } from './deps.ts';
import { ruimOp } from './ruim-op.ts';

/** Of one sweep: uploads that are looked at, and those that are ended. The next sweep takes the rest. */
const hoogstens = { bekeken: 1_000, beeindigd: 100 };
const perBladzijde = 100;

export interface Afgebroken {
  readonly verwerkingAfgebroken: number;
  /** Uploads that came in whole and were never begun. */
  readonly teHervatten: readonly AanleveringInput[];
}

/**
 * Looks at every upload from before `tot` that is not done with. What Temporal runs is left alone, and woken where
 * a decision may have gone unnoticed; what it never knew is to be started; what it ended, because an operator or a
 * time-out did, is ended here too, and nothing of it remains.
 */
export async function beeindigAfgebroken(deps: AanleveringDeps, tot: string): Promise<Afgebroken> {
  const teHervatten: AanleveringInput[] = [];
  let verwerkingAfgebroken = 0;
  let bekeken = 0;
  for (let na = ''; bekeken < hoogstens.bekeken && verwerkingAfgebroken < hoogstens.beeindigd;) {
    const uploads = await listOnafgemaakt(deps.db, { tot, na, limiet: perBladzijde });
    for (const upload of uploads) {
      const staat = await staatVan(deps.temporal, upload);
      if (staat === 'onbekend' && upload.status === 'wacht') teHervatten.push(aanlevering.input(upload));
      else if (staat === 'loopt') await wek(deps.temporal, upload);
      else if (await beeindig(deps, upload)) verwerkingAfgebroken++;
      heartbeat();
      if (verwerkingAfgebroken === hoogstens.beeindigd) break;
    }
    const laatste = uploads.at(-1);
    if (laatste === undefined) break;
    na = laatste.id;
    bekeken += uploads.length;
  }
  return { verwerkingAfgebroken, teHervatten };
}

async function staatVan(
  { workflow }: Client,
  { id }: AanleveringRow,
): Promise<'loopt' | 'beeindigd' | 'onbekend'> {
  try {
    const { status } = await workflow.getHandle(aanlevering.id(id)).describe();
    return status.name === 'RUNNING' ? 'loopt' : 'beeindigd';
  } catch (error) {
    // Only this answer says so; when Temporal does not answer, the sweep fails and is repeated.
    if (error instanceof WorkflowNotFoundError) return 'onbekend';
    throw error;
  }
}

async function wek({ workflow }: Client, { id, status }: AanleveringRow): Promise<void> {
  if (status !== 'goedgekeurd' && status !== 'afgewezen') return;
  try {
    await workflow.getHandle(aanlevering.id(id)).signal(aanlevering.besloten);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}

/** False for an upload that had ended, and only had to be cleaned up. */
async function beeindig(deps: AanleveringDeps, { id }: AanleveringRow): Promise<boolean> {
  const nu = deps.clock().toISOString();
  const einde = { afloop: 'mislukt', code: 'verwerking-afgebroken', actor: 'um', nu } as const;
  const beeindigd = await transactie(deps.db, (trx) => beeindigAanlevering(trx, id, einde));
  await ruimOp(deps, id);
  return beeindigd;
}
