import { heartbeat } from '@temporalio/activity';
import type { Knex } from 'knex';
import { listStilgevallen, vergeetStilgevallen } from '../../db/ontvangst.ts';
import { beeindigAfgebroken, type Afgebroken } from './beeindig-afgebroken.ts';
import { ruimBewaardOp } from './bewaar-voor-herstel.ts';
import type { AanleveringDeps } from './deps.ts';
import { verwijderBeeindigde } from './ruim-op.ts';

const uur = 3_600_000;
/** Age at which something counts as left behind; of an upload that is coming in, since its last byte. */
const leeftijd = { ontvangst: uur, onafgemaakt: uur / 4, beeindigd: uur };

export interface Achtergelaten extends Afgebroken {
  /** Uploads of which only a part came in; forgotten. */
  readonly halfOntvangen: number;
  readonly publicatiesGeleegd: number;
  /** Files and faults that were kept after their upload had ended. */
  readonly bestandenVerwijderd: number;
  readonly foutenVerwijderd: number;
}

/** Clears what a killed process left half done. */
export async function ruimAchtergelatenOp(deps: AanleveringDeps): Promise<Achtergelaten> {
  const voor = (ms: number) => new Date(deps.clock().getTime() - ms).toISOString();
  const halfOntvangen = await vergeetHalve(deps.db, voor(leeftijd.ontvangst));
  const afgebroken = await beeindigAfgebroken(deps, voor(leeftijd.onafgemaakt));
  return {
    ...afgebroken,
    halfOntvangen,
    ...(await ruimBewaardOp(deps, heartbeat)),
    publicatiesGeleegd: await verwijderBeeindigde(deps, voor(leeftijd.beeindigd)),
  };
}

async function vergeetHalve(db: Knex, stilSinds: string): Promise<number> {
  let vergeten = 0;
  for (const { id } of await listStilgevallen(db, stilSinds)) {
    if (await vergeetStilgevallen(db, id, stilSinds, heartbeat)) vergeten++;
  }
  return vergeten;
}
