import { heartbeat } from '@temporalio/activity';
import { deleteAanlevering, listAchtergebleven } from '../../db/aanleveringen.ts';
import { beeindigAfgebroken, type Afgebroken } from './beeindig-afgebroken.ts';
import { ruimBewaardOp } from './bewaar-voor-herstel.ts';
import type { AanleveringDeps } from './deps.ts';
import { verwijderBeeindigde } from './ruim-op.ts';

const uur = 3_600_000;
/** Age at which something counts as left behind. The API gives an upload two hours to come in. */
const leeftijd = { ontvangst: 3 * uur, onafgemaakt: uur / 4, beeindigd: uur };

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
  const half = await listAchtergebleven(deps.db, 'ontvangst', voor(leeftijd.ontvangst));
  for (const { id } of half) await deleteAanlevering(deps.db, id);
  const afgebroken = await beeindigAfgebroken(deps, voor(leeftijd.onafgemaakt));
  return {
    ...afgebroken,
    halfOntvangen: half.length,
    ...(await ruimBewaardOp(deps, heartbeat)),
    publicatiesGeleegd: await verwijderBeeindigde(deps, voor(leeftijd.beeindigd)),
  };
}
