import { loadAanlevering, verplaatsAanlevering } from '../../db/aanleveringen.ts';
import { beeindigAanlevering } from '../../db/beeindig-aanlevering.ts';
import { recordEvent } from '../../db/gebeurtenissen.ts';
import { transactie } from '../../db/transactie.ts';
import { duurInMs } from '../../domain/duur.ts';
import type { AanleveringDeps } from './deps.ts';
import { gebeurtenisVan } from './gebeurtenis-van.ts';

/** `gestopt`: the upload ended in another way. */
export type Besluit = 'goedgekeurd' | 'afgewezen' | 'vervallen' | 'gestopt';

/** Lays an upload before a person. Returns the instant before which somebody must have decided. */
export async function vraagGoedkeuring(
  { db, clock, config }: AanleveringDeps,
  aanleveringId: string,
): Promise<string> {
  const nu = clock();
  const voor = new Date(nu.getTime() + duurInMs(config.AANLEVERING_GOEDKEURING_BINNEN)).toISOString();
  return transactie(db, async (trx) => {
    const gevraagd = await verplaatsAanlevering(trx, aanleveringId, ['controle'], {
      ...{ status: 'wacht-op-goedkeuring', fase: 'goedkeuring', fase_sinds: nu.toISOString() },
      goedkeuren_voor: voor,
    });
    const upload = await loadAanlevering(trx, aanleveringId);
    // Asked before, by an attempt whose answer got lost: that instant stands.
    if (!gevraagd || !upload) return upload?.goedkeuren_voor ?? voor;
    const event = gebeurtenisVan(upload, 'aanlevering-voorgelegd', 'gelukt', nu.toISOString());
    await recordEvent(trx, { ...event, actor: 'um' });
    return voor;
  });
}

/** What was decided; undefined while nobody has. With `tijdIsOm` that means that the upload lapses, now. */
export async function leesBesluit(
  { db, clock }: AanleveringDeps,
  aanleveringId: string,
  tijdIsOm: boolean,
): Promise<Besluit | undefined> {
  return transactie(db, async (trx) => {
    const upload = await loadAanlevering(trx, aanleveringId);
    switch (upload?.status) {
      case 'goedgekeurd':
      case 'afgewezen':
      case 'vervallen':
        return upload.status;
      case 'wacht-op-goedkeuring':
        break;
      default:
        return 'gestopt';
    }
    if (!tijdIsOm) return undefined;
    const vervallen = await beeindigAanlevering(trx, aanleveringId, {
      ...{ afloop: 'vervallen', code: 'vervallen', actor: 'um', nu: clock().toISOString() },
      // Under this condition alone: somebody may decide at this very moment.
      van: ['wacht-op-goedkeuring'],
    });
    return vervallen ? 'vervallen' : undefined;
  });
}
