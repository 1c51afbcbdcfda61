import { geefDetailVrij, reserveerDetail, type Reservering } from '../../db/detail-quotum.ts';
import type { Sleutel } from '../../db/detailvraag.ts';
import type { ActivityDeps } from '../deps.ts';

/** The bookkeeping around a detail; the detail itself is fetched by the API process that waits for it. */
export function createDetailvraagActivities({ db, clock }: Pick<ActivityDeps, 'db' | 'clock'>) {
  const nu = () => clock().toISOString();
  return {
    /** Takes one of the ten, or says why not. */
    reserveer: (sleutel: Sleutel): Promise<Reservering> => reserveerDetail(db, sleutel, nu()),

    /** Gives the reservation back: the asker got no detail. False when he did, and only the news got lost. */
    geefVrij: async ({ foutCode, ...sleutel }: Sleutel & { readonly foutCode: string }): Promise<boolean> =>
      (await geefDetailVrij(db, sleutel, foutCode, nu())) !== 'geleverd',
  };
}
