import { WorkflowNotFoundError } from '@temporalio/client';
import type { Knex } from 'knex';
import { loadAanlevering, verplaatsAanlevering } from '../../db/aanleveringen.ts';
import { beeindigAanlevering } from '../../db/beeindig-aanlevering.ts';
import { recordEvent } from '../../db/gebeurtenissen.ts';
import type { AanleveringRow } from '../../db/tables.ts';
import { transactie } from '../../db/transactie.ts';
import { GeenBesluitMogelijk } from '../../domain/aanleveringen/fouten.ts';
import { aanlevering } from '../../workflows/contract.ts';
import type { ApiDeps } from '../deps.ts';
import { bereik } from './start-verwerking.ts';

export interface TeNemenBesluit {
  readonly besluit: 'goedgekeurd' | 'afgewezen';
  readonly reden?: string | undefined;
  /** The subject of who decides. */
  readonly door: string;
  readonly correlatieId: string;
}

type Deps = Pick<ApiDeps, 'db' | 'clock' | 'temporal' | 'logger'>;

/**
 * Decides on an upload that waits for it, once: the row is the truth, with the trail's line in its transaction, and
 * the workflow is only woken. The same decision by the same person again changes nothing and wakes again. Throws
 * `GeenBesluitMogelijk`, or `VerwerkingNietBeschikbaar` when Temporal is away: then nothing was decided.
 */
export async function besluit(deps: Deps, { id, status }: AanleveringRow, te: TeNemenBesluit): Promise<void> {
  const { db, clock, temporal, logger } = deps;
  if (status === 'wacht-op-goedkeuring') await eisLopend(deps, id);
  await transactie(db, (trx) => legVast(trx, id, te, clock()));
  try {
    await bereik(temporal, () =>
      temporal.workflow.getHandle(aanlevering.id(id)).signal(aanlevering.besloten),
    );
  } catch (err) {
    // The decision stands; what does not wake now is woken by the sweep.
    logger.warn({ err, aanleveringId: id }, 'Decided, but the workflow was not woken');
  }
}

/** Nobody would carry out a decision on an upload of which the workflow is gone. */
async function eisLopend({ temporal }: Deps, id: string): Promise<void> {
  try {
    const proces = temporal.workflow.getHandle(aanlevering.id(id));
    const { status } = await bereik(temporal, () => proces.describe());
    if (status.name !== 'RUNNING') throw new GeenBesluitMogelijk(afgerond);
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) throw new GeenBesluitMogelijk(afgerond);
    throw error;
  }
}

async function legVast(
  trx: Knex.Transaction,
  id: string,
  { besluit: genomen, reden, door, correlatieId }: TeNemenBesluit,
  op: Date,
): Promise<void> {
  const upload = await loadAanlevering(trx, id);
  if (!upload) throw new GeenBesluitMogelijk(afgerond);
  if (upload.besluit === genomen && upload.besloten_door === door) return;
  const nu = op.toISOString();
  if (upload.status !== 'wacht-op-goedkeuring' || (upload.goedkeuren_voor ?? nu) <= nu) {
    throw new GeenBesluitMogelijk(waaromNiet(upload));
  }
  const ook = { besluit: genomen, besluit_reden: reden ?? null, besloten_door: door, besloten_op: nu };
  const van = ['wacht-op-goedkeuring'] as const;
  if (genomen === 'afgewezen') {
    const einde = { afloop: genomen, code: genomen, actor: door, nu, van, ook, reden, correlatieId };
    if (!(await beeindigAanlevering(trx, id, einde))) throw new GeenBesluitMogelijk(alBesloten);
    return;
  }
  const goedgekeurd = { ...ook, status: genomen, fase: 'publicatie', fase_sinds: nu } as const;
  if (!(await verplaatsAanlevering(trx, id, van, goedgekeurd))) throw new GeenBesluitMogelijk(alBesloten);
  await recordEvent(trx, {
    ...{ tijdstip: nu, oin: upload.oin, actor: door, actie: 'aanlevering-goedgekeurd' },
    ...{ objectSoort: 'aanlevering', objectId: id, uitkomst: 'gelukt', reden, correlatieId },
  });
}

function waaromNiet({ status, besluit: eerder, goedkeuring }: AanleveringRow): string {
  if (eerder !== null) return alBesloten;
  if (status === 'wacht-op-goedkeuring' || status === 'vervallen') return teLaat;
  if (status !== 'wacht' && status !== 'controle') return afgerond;
  return goedkeuring === 'automatisch' ? geenGoedkeuring : teVroeg;
}

const alBesloten = 'Over deze aanlevering is al besloten; zie ‘besluit’ in de aanlevering.';
const teLaat =
  'De tijd om te besluiten is om; deze aanlevering vervalt. Lever het bestand zo nodig opnieuw aan.';
const teVroeg =
  'Deze aanlevering wordt nog gelezen en gecontroleerd. Wacht tot de status ‘wacht-op-goedkeuring’ is.';
const geenGoedkeuring =
  'Deze aanlevering is aangeleverd met goedkeuring=automatisch; er is niets te besluiten.';
const afgerond = 'Deze aanlevering is al afgerond; er is niets meer te besluiten.';
