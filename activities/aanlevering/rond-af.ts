import { beeindigAanlevering } from '../../db/beeindig-aanlevering.ts';
import { transactie } from '../../db/transactie.ts';
import type { Afloop } from '../../domain/aanleveringen/afloop.ts';
import { legTermijnenVast } from './bewaar-voor-herstel.ts';
import type { AanleveringDeps } from './deps.ts';

/** Ends an upload that is not published. `code` says why. Does nothing to an upload that has ended already. */
export async function rondAf(
  { db, clock, config }: AanleveringDeps,
  aanleveringId: string,
  afloop: Afloop,
  code: string,
): Promise<void> {
  const nu = clock().toISOString();
  await transactie(db, async (trx) => {
    await beeindigAanlevering(trx, aanleveringId, { afloop, code, nu });
    await legTermijnenVast(trx, config, aanleveringId);
  });
}
