import type { Knex } from 'knex';
import { aangewezen, neemVersie, wijsAan } from '../../db/aanwijzing.ts';
import { loadAanlevering, verplaatsAanlevering } from '../../db/aanleveringen.ts';
import { recordEvent } from '../../db/gebeurtenissen.ts';
import { findPublicatieVan, isIngehaald, verplaatsPublicatie } from '../../db/publicaties.ts';
import type { AanleveringRow, PublicatieRow } from '../../db/tables.ts';
import type { AanleveringDeps } from './deps.ts';
import { gebeurtenisVan } from './gebeurtenis-van.ts';

/** `ingehaald`: a later upload of this soort was published first. `gestopt`: cancelled or gone meanwhile. */
export type PublicatieUitkomst = 'gepubliceerd' | 'ingehaald' | 'gestopt';

/**
 * Makes what the upload built the publicatie that VUM finds, in one transaction: the old set or the new one,
 * never neither, never both. Repeating it changes nothing.
 */
export async function publiceer(
  { db, clock }: AanleveringDeps,
  aanleveringId: string,
): Promise<PublicatieUitkomst> {
  return db.transaction(async (trx) => {
    const versie = await neemVersie(trx);
    const upload = await loadAanlevering(trx, aanleveringId);
    if (upload?.status === 'gepubliceerd') return 'gepubliceerd';
    const nieuw = await findPublicatieVan(trx, aanleveringId);
    if (upload?.status !== 'controle' || nieuw?.status !== 'opbouw') return 'gestopt';
    if (await isIngehaald(trx, upload)) return 'ingehaald';

    const nu = clock().toISOString();
    await vervang(trx, upload, nu);
    await maakActief(trx, upload, nieuw, nu);
    await wijsAan(trx, upload.oin, upload.soort, nieuw.id, versie);
    await verplaatsAanlevering(trx, upload.id, ['controle'], {
      status: 'gepubliceerd',
      afgerond_op: nu,
      publicatie_id: nieuw.id,
    });
    await recordEvent(trx, gebeurtenisVan(upload, 'aanlevering-gepubliceerd', 'gelukt', nu));
    return 'gepubliceerd';
  });
}

async function vervang(trx: Knex.Transaction, { oin, soort }: AanleveringRow, nu: string): Promise<void> {
  const oud = await aangewezen(trx, oin, soort);
  if (oud === undefined) return;
  await verplaatsPublicatie(trx, oud, 'actief', { status: 'vervangen', beeindigd_op: nu });
}

async function maakActief(
  trx: Knex.Transaction,
  upload: AanleveringRow,
  nieuw: PublicatieRow,
  nu: string,
): Promise<void> {
  await verplaatsPublicatie(trx, nieuw.id, 'opbouw', {
    status: 'actief',
    aantal: upload.geldig,
    gepubliceerd_op: nu,
  });
}
