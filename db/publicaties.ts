import type { Knex } from 'knex';
import type { SoortNaam } from '../domain/soorten/soort-naam.ts';
import type { AanleveringRow, Instant, PublicatieRow } from './tables.ts';

/** Starts the publicatie that an upload builds; nobody sees it until it is made active. Repeating is harmless. */
export async function ensurePublicatie(
  trx: Knex.Transaction,
  row: Pick<PublicatieRow, 'id' | 'oin' | 'soort' | 'aanlevering_id' | 'aangemaakt_op'>,
): Promise<void> {
  await trx('publicaties')
    .insert({ ...row, status: 'opbouw' })
    .onConflict('aanlevering_id')
    .ignore();
}

export async function findPublicatie(db: Knex, oin: string, id: string): Promise<PublicatieRow | undefined> {
  return db('publicaties').where({ oin, id }).whereNotNull('gepubliceerd_op').first();
}

/** The number that its records refer to, undefined where there is no such publicatie. */
export async function findNummer(db: Knex, id: string): Promise<number | undefined> {
  const row = await db('publicaties').where({ id }).first('nummer');
  return row?.nummer;
}

/** The publicatie of an upload, published or still being built. */
export async function findPublicatieVan(db: Knex, aanleveringId: string): Promise<PublicatieRow | undefined> {
  return db('publicaties').where({ aanlevering_id: aanleveringId }).first();
}

/** `na` is the id of the last publicatie already seen. */
export interface PublicatieFilter {
  readonly soort?: SoortNaam;
  readonly status?: 'actief' | 'vervangen' | 'ingetrokken';
  readonly na?: string;
  readonly limiet: number;
}

/** What this gemeente has published, newest first. */
export async function listPublicaties(
  db: Knex,
  oin: string,
  filter: PublicatieFilter,
): Promise<PublicatieRow[]> {
  const query = db('publicaties')
    .where({ oin })
    .whereNotNull('gepubliceerd_op')
    .orderBy('id', 'desc')
    .limit(filter.limiet);
  if (filter.soort !== undefined) void query.where('soort', filter.soort);
  if (filter.status !== undefined) void query.where('status', filter.status);
  if (filter.na !== undefined) void query.where('id', '<', filter.na);
  return query;
}

/** Whether the gemeente published an upload of this soort that came in after this one. */
export async function isIngehaald(
  trx: Knex.Transaction,
  { id, oin, soort, aangeleverd_op }: AanleveringRow,
): Promise<boolean> {
  const later = await trx('publicaties')
    .join('aanleveringen', 'aanleveringen.id', 'publicaties.aanlevering_id')
    .where('publicaties.oin', oin)
    .where('publicaties.soort', soort)
    .whereNotNull('publicaties.gepubliceerd_op')
    .whereRaw('(aangeleverd_op > ? or (aangeleverd_op = ? and aanleveringen.id > ?))', [
      aangeleverd_op,
      aangeleverd_op,
      id,
    ])
    .limit(1)
    .pluck<string[]>('publicaties.id');
  return later.length > 0;
}

/** Moves a publicatie from one status to the next; false when it was not in `van`. */
export async function verplaatsPublicatie(
  trx: Knex.Transaction,
  id: string,
  van: PublicatieRow['status'],
  naar: Partial<PublicatieRow> & { status: PublicatieRow['status'] },
): Promise<boolean> {
  return (await trx('publicaties').where({ id, status: van }).update(naar)) > 0;
}

/** Publicaties that nobody finds any more since before `tot`, and whose records are still to be deleted. */
export async function listTeLegen(db: Knex, tot: Instant, limiet: number): Promise<PublicatieRow[]> {
  return db('publicaties')
    .whereIn('status', ['vervangen', 'ingetrokken', 'verworpen'])
    .whereNull('geleegd_op')
    .where('beeindigd_op', '<', tot)
    .orderBy('beeindigd_op')
    .limit(limiet);
}

/** Notes that a publicatie has no records any more; false when that was noted before. */
export async function noteerGeleegd(trx: Knex.Transaction, id: string, geleegdOp: Instant): Promise<boolean> {
  return (
    (await trx('publicaties').where({ id }).whereNull('geleegd_op').update({ geleegd_op: geleegdOp })) > 0
  );
}
