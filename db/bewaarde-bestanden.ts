import type { Knex } from 'knex';
import { deleteDelen } from './aanlevering-delen.ts';
import { recordEvent } from './gebeurtenissen.ts';
import type { AanleveringRow, Instant } from './tables.ts';
import { transactie } from './transactie.ts';

/** Until when the file and the faults of an upload that has ended are kept; set once. */
export async function setBewaartermijnen(
  db: Knex,
  id: string,
  termijnen: { readonly bestand_tot: Instant | null; readonly fouten_tot: Instant },
): Promise<void> {
  await db('aanleveringen').where({ id }).whereNull('fouten_tot').update(termijnen);
}

/** An upload of this gemeente whose file is still kept; undefined for another's, and from its last moment on. */
export async function findBewaard(
  db: Knex,
  oin: string,
  id: string,
  nu: Instant,
): Promise<AanleveringRow | undefined> {
  return db('aanleveringen').where({ oin, id }).where('bestand_tot', '>', nu).first();
}

/** Uploads whose file should be gone. */
export async function listVerlopenBestanden(
  db: Knex,
  nu: Instant,
  limiet: number,
): Promise<AanleveringRow[]> {
  return db('aanleveringen').where('bestand_tot', '<=', nu).orderBy('bestand_tot').limit(limiet);
}

/** Kept files of the same gemeente and soort that came in before this upload. */
export async function listEerdereBestanden(
  db: Knex,
  { oin, soort, aangeleverd_op }: AanleveringRow,
): Promise<AanleveringRow[]> {
  return db('aanleveringen')
    .where({ oin, soort })
    .whereNotNull('bestand_tot')
    .where('aangeleverd_op', '<', aangeleverd_op);
}

export interface Verwijdering {
  /** Who has it deleted: the subject of a token, or `um`. */
  readonly actor: string;
  /** Of the request that asked for it; absent where it is a consequence of the upload itself. */
  readonly correlatieId?: string;
  /** Why it goes now. */
  readonly reden: 'verlopen' | 'op verzoek' | 'vervangen';
  readonly nu: Instant;
  /** Called after each of many small steps. */
  readonly stap?: (() => void) | undefined;
}

/**
 * Deletes a kept file and records it. Nobody reads it any more from the first step on; when the process dies before
 * the last, the sweep does the rest.
 */
export async function verwijderBestand(
  db: Knex,
  { id, oin, correlatie_id }: AanleveringRow,
  { actor, correlatieId, reden, nu, stap }: Verwijdering,
): Promise<void> {
  await db('aanleveringen').where({ id }).where('bestand_tot', '>', nu).update({ bestand_tot: nu });
  await deleteDelen(db, id, stap);
  await transactie(db, async (trx) => {
    const ended = await trx('aanleveringen')
      .where({ id })
      .whereNotNull('bestand_tot')
      .update({ bestand_tot: null });
    if (ended === 0) return;
    await recordEvent(trx, {
      tijdstip: nu,
      oin,
      actor,
      actie: 'aanlevering-bestand-verwijderd',
      objectSoort: 'aanlevering',
      objectId: id,
      uitkomst: 'gelukt',
      reden,
      correlatieId: correlatieId ?? correlatie_id,
    });
  });
}

/** Deletes the faults of uploads that ended long enough ago; their counts by kind stay. Returns how many went. */
export async function verwijderVerlopenFouten(db: Knex, nu: Instant, limiet: number): Promise<number> {
  const ids = await db('aanleveringen')
    .where('fouten_tot', '<=', nu)
    .where('fouten_bewaard', '>', 0)
    .limit(limiet)
    .pluck('id');
  let verwijderd = 0;
  for (const id of ids) {
    verwijderd += await transactie(db, async (trx) => {
      await trx('aanleveringen').where({ id }).update({ fouten_bewaard: 0 });
      return trx('aanlevering_fouten').where({ aanlevering_id: id }).delete();
    });
  }
  return verwijderd;
}
