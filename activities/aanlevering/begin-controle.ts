import { loadAanlevering, verplaatsAanlevering } from '../../db/aanleveringen.ts';
import { ensurePublicatie } from '../../db/publicaties.ts';
import type { AanleveringRow } from '../../db/tables.ts';
import { nieuwId } from '../../domain/id.ts';
import type { AanleveringDeps } from './deps.ts';

/** Takes an upload in hand, for the first time or again; undefined when it is finished or gone. */
export async function beginControle(
  { db, clock }: Pick<AanleveringDeps, 'db' | 'clock'>,
  aanleveringId: string,
): Promise<AanleveringRow | undefined> {
  return db.transaction(async (trx) => {
    // Only the first time: when reading ends is told from what was read since it began.
    await verplaatsAanlevering(trx, aanleveringId, ['wacht'], {
      ...{ status: 'controle', fase: 'controle' },
      ...{ fase_sinds: clock().toISOString(), voortgang_op: clock().toISOString() },
    });
    const upload = await loadAanlevering(trx, aanleveringId);
    if (upload?.status !== 'controle') return undefined;
    await ensurePublicatie(trx, {
      id: nieuwId(clock()),
      oin: upload.oin,
      soort: upload.soort,
      aanlevering_id: upload.id,
      aangemaakt_op: clock().toISOString(),
    });
    return upload;
  });
}
