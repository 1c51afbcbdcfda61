import type { Knex } from 'knex';
import { aflopen } from '../domain/aanleveringen/afloop.ts';
import type { SoortNaam } from '../domain/soorten/soort-naam.ts';
import { deleteDelen } from './aanlevering-delen.ts';
import type { AanleveringFase, AanleveringRow, AanleveringStatus, Instant } from './tables.ts';

/** What is known of an upload when its first byte comes in. */
export type NieuweAanlevering = Pick<
  AanleveringRow,
  | 'id'
  | 'oin'
  | 'soort'
  | 'fouten_modus'
  | 'aangeleverd_door'
  | 'aangeleverd_op'
  | 'correlatie_id'
  | 'idempotentie_sleutel'
  | 'modus'
  | 'goedkeuring'
  | 'mapping'
>;

/** The upload is being worked on, and nobody is waited for. */
export const werkend: readonly AanleveringStatus[] = ['controle', 'goedgekeurd'];
/** The upload has ended. */
export const afgerond: readonly AanleveringStatus[] = ['gepubliceerd', ...aflopen];
/** The upload is complete and has not ended. */
export const lopend: readonly AanleveringStatus[] = ['wacht', 'wacht-op-goedkeuring', ...werkend];

/** Throws the database's own unique error where the gemeente used the same Idempotency-Key before. */
export async function insertAanlevering(db: Knex, row: NieuweAanlevering): Promise<void> {
  await db('aanleveringen').insert({ ...row, status: 'ontvangst', voortgang_op: row.aangeleverd_op });
}

/** One upload of this gemeente; undefined for another's. */
export async function findAanlevering(
  db: Knex,
  oin: string,
  id: string,
): Promise<AanleveringRow | undefined> {
  return db('aanleveringen').where({ oin, id }).first();
}

export async function findByIdempotentieSleutel(
  db: Knex,
  oin: string,
  sleutel: string,
): Promise<AanleveringRow | undefined> {
  return db('aanleveringen').where({ oin, idempotentie_sleutel: sleutel }).first();
}

/** One upload whoever's it is: for the worker, which was given the id by UM itself. */
export async function loadAanlevering(db: Knex, id: string): Promise<AanleveringRow | undefined> {
  return db('aanleveringen').where({ id }).first();
}

/** `na` is the id of the last upload already seen; ids sort by time. */
export interface AanleveringFilter {
  readonly soort?: SoortNaam;
  readonly status?: AanleveringStatus;
  readonly na?: string;
  readonly limiet: number;
}

/** The uploads of one gemeente, newest first. */
export async function listAanleveringen(
  db: Knex,
  oin: string,
  filter: AanleveringFilter,
): Promise<AanleveringRow[]> {
  const query = db('aanleveringen').where({ oin }).orderBy('id', 'desc').limit(filter.limiet);
  if (filter.soort !== undefined) void query.where('soort', filter.soort);
  if (filter.status !== undefined) void query.where('status', filter.status);
  if (filter.na !== undefined) void query.where('id', '<', filter.na);
  return query;
}

/** From one status to the next; false when another was quicker and the upload is elsewhere already. */
export async function verplaatsAanlevering(
  db: Knex,
  id: string,
  van: readonly AanleveringStatus[],
  naar: Partial<AanleveringRow> & { status: AanleveringStatus },
): Promise<boolean> {
  const moved = await db('aanleveringen').where({ id }).whereIn('status', van).update(naar);
  return moved > 0;
}

/** Notes who asked to cancel an upload: the last one before it ended, because the request of another may have failed. */
export async function noteerAnnulering(
  db: Knex,
  id: string,
  door: { readonly actor: string; readonly correlatieId: string },
): Promise<void> {
  await db('aanleveringen')
    .where({ id })
    .whereNull('afgerond_op')
    .update({ geannuleerd_door: door.actor, annulering_correlatie_id: door.correlatieId });
}

/** Notes what UM does for an upload now; false when it is in none of these statuses. */
export async function zetFase(
  db: Knex,
  id: string,
  fase: AanleveringFase,
  nu: Instant,
  status: readonly AanleveringStatus[] = werkend,
): Promise<boolean> {
  const moved = await db('aanleveringen')
    .where({ id })
    .whereIn('status', status)
    .update({ fase, fase_sinds: nu, voortgang_op: nu });
  return moved > 0;
}

/**
 * From one of these phases to the next, while the upload is being worked on and nobody has decided on it; false when
 * it is further already, or elsewhere.
 */
export async function verzetFase(
  db: Knex,
  id: string,
  van: readonly AanleveringFase[],
  naar: AanleveringFase,
  nu: Instant,
): Promise<boolean> {
  const moved = await db('aanleveringen')
    .where({ id, status: 'controle' })
    .whereIn('fase', van)
    .update({ fase: naar, fase_sinds: nu, voortgang_op: nu });
  return moved > 0;
}

/**
 * Takes an upload that never came in out whole: the pieces in small steps, for they may be 2 GiB, then its row; calls
 * `stap` after each. False for one that is not there any more, and for one that ended meanwhile, whose row stays.
 */
export async function deleteAanlevering(db: Knex, id: string, stap?: () => void): Promise<boolean> {
  await deleteDelen(db, id, stap);
  return (await db('aanleveringen').where({ id, status: 'ontvangst' }).delete()) > 0;
}

/** What one batch of records adds to the counts. */
export interface Telling {
  readonly gelezen: number;
  readonly geldig: number;
  readonly foutief: number;
  readonly waarschuwingen: number;
  /** Of `geldig`: requests to delete. */
  readonly verwijderingen: number;
  /** Rows of people who did not consent. */
  readonly zonderToestemming: number;
}

/**
 * Moves the point where reading goes on after a crash, and the counts with it. False when the point is not
 * where the caller left it: somebody else reads this upload, or it was stopped.
 */
export async function verzetLeespunt(
  trx: Knex.Transaction,
  id: string,
  vanByte: number,
  naar: {
    readonly byte: number;
    readonly regel: number;
    readonly gelezenBytes: number;
    readonly op: Instant;
  },
  erbij: Telling & { readonly foutenBewaard: number },
): Promise<boolean> {
  const moved = await trx('aanleveringen')
    .where({ id, status: 'controle', leespunt_byte: vanByte })
    .update({
      leespunt_byte: naar.byte,
      leespunt_regel: naar.regel,
      gelezen_bytes: naar.gelezenBytes,
      voortgang_op: naar.op,
      gelezen: trx.raw('gelezen + ?', [erbij.gelezen]),
      geldig: trx.raw('geldig + ?', [erbij.geldig]),
      foutief: trx.raw('foutief + ?', [erbij.foutief]),
      waarschuwingen: trx.raw('waarschuwingen + ?', [erbij.waarschuwingen]),
      verwijderingen: trx.raw('verwijderingen + ?', [erbij.verwijderingen]),
      zonder_toestemming: trx.raw('zonder_toestemming + ?', [erbij.zonderToestemming]),
      fouten_bewaard: trx.raw('fouten_bewaard + ?', [erbij.foutenBewaard]),
    });
  return moved > 0;
}

/** Uploads that came in whole and wait for their workflow, or for their turn. */
export async function listWachtende(db: Knex): Promise<AanleveringRow[]> {
  return db('aanleveringen').where({ status: 'wacht' }).orderBy('id').limit(100);
}

/** Uploads that came in before `tot` and are not done with, in the order of their ids, after the id `na`. */
export async function listOnafgemaakt(
  db: Knex,
  { tot, na, limiet }: { readonly tot: Instant; readonly na: string; readonly limiet: number },
): Promise<AanleveringRow[]> {
  return db('aanleveringen')
    .whereNotIn('fase', ['ontvangst', 'klaar'])
    .where('aangeleverd_op', '<', tot)
    .where('id', '>', na)
    .orderBy('id')
    .limit(limiet);
}
