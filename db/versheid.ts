import type { Knex } from 'knex';
import { recordEvent } from './gebeurtenissen.ts';
import type { Instant, PublicatieRow } from './tables.ts';
import { transactie } from './transactie.ts';

export type ActievePublicatie = Pick<PublicatieRow, 'id' | 'oin' | 'soort'> & { gepubliceerd_op: Instant };

/** What VUM finds, was published at or before `tot`, and whose gemeente was not told so yet; oldest first. */
export async function listTeMelden(db: Knex, tot: Instant, limiet: number): Promise<ActievePublicatie[]> {
  return actieve(db, tot, limiet).whereNull('veroudering_gemeld_op');
}

/** What VUM finds, was published at or before `tot`, and whose gemeente was told so at or before `gemeldTot`. */
export async function listInTeTrekken(
  db: Knex,
  tot: Instant,
  gemeldTot: Instant,
  limiet: number,
): Promise<ActievePublicatie[]> {
  return actieve(db, tot, limiet).where('veroudering_gemeld_op', '<=', gemeldTot);
}

/** From the small table of what is active, so that it costs the same however many publicaties there have been. */
const actieve = (db: Knex, tot: Instant, limiet: number) =>
  db('actieve_publicaties as actief')
    .join('publicaties as publicatie', 'publicatie.id', 'actief.publicatie_id')
    .where('publicatie.gepubliceerd_op', '<=', tot)
    .orderBy('publicatie.gepubliceerd_op')
    .limit(limiet)
    .select<ActievePublicatie[]>(
      'publicatie.id',
      'publicatie.oin',
      'publicatie.soort',
      'publicatie.gepubliceerd_op',
    );

/** Tells the gemeente in its trail, once, that its publicatie has grown old; false for one that ended meanwhile. */
export async function meldVeroudering(
  db: Knex,
  { id, oin }: ActievePublicatie,
  reden: string,
  nu: Instant,
): Promise<boolean> {
  return transactie(db, async (trx) => {
    const gemeld = await trx('publicaties')
      .where({ id, status: 'actief' })
      .whereNull('veroudering_gemeld_op')
      .update({ veroudering_gemeld_op: nu });
    if (gemeld === 0) return false;
    await recordEvent(trx, {
      tijdstip: nu,
      oin,
      actor: 'um',
      actie: 'publicatie-verouderd',
      objectSoort: 'publicatie',
      objectId: id,
      uitkomst: 'gelukt',
      reden,
    });
    return true;
  });
}
