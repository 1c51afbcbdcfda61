import { deleteAanlevering, listAchtergebleven } from '../../db/aanleveringen.ts';
import type { SoortNaam } from '../../domain/soorten/soort-naam.ts';
import type { AanleveringDeps } from './deps.ts';
import { verwijderBeeindigde } from './ruim-op.ts';

const uur = 3_600_000;
/** Age at which something counts as left behind. The API gives an upload two hours to come in. */
const leeftijd = { ontvangst: 3 * uur, wacht: uur / 4, beeindigd: uur };

export interface Achtergelaten {
  /** Uploads of which only a part came in; forgotten. */
  readonly halfOntvangen: number;
  readonly publicatiesGeleegd: number;
  /** Uploads that are complete but may have no workflow: start it again, which is harmless where it runs. */
  readonly teHervatten: readonly { aanleveringId: string; oin: string; soort: SoortNaam }[];
}

/** Clears what a killed process left half done. */
export async function ruimAchtergelatenOp(deps: AanleveringDeps): Promise<Achtergelaten> {
  const voor = (ms: number) => new Date(deps.clock().getTime() - ms).toISOString();
  const half = await listAchtergebleven(deps.db, 'ontvangst', voor(leeftijd.ontvangst));
  for (const { id } of half) await deleteAanlevering(deps.db, id);
  const wachtend = await listAchtergebleven(deps.db, 'wacht', voor(leeftijd.wacht));
  return {
    halfOntvangen: half.length,
    publicatiesGeleegd: await verwijderBeeindigde(deps, voor(leeftijd.beeindigd)),
    teHervatten: wachtend.map(({ id, oin, soort }) => ({ aanleveringId: id, oin, soort })),
  };
}
