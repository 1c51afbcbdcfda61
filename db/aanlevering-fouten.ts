import type { Knex } from 'knex';
import type { AanleveringFoutRow, Instant } from './tables.ts';

/** Faults that are kept of one upload: more help nobody, and a file may hold millions. */
export const hoogsteAantalFouten = 10_000;

export type NieuweFout = Omit<AanleveringFoutRow, 'id' | 'aanlevering_id'>;

/** SQLite and MySQL both bound the number of parameters of one statement. */
const perInsert = 500;

export async function insertFouten(
  trx: Knex.Transaction,
  aanleveringId: string,
  fouten: readonly NieuweFout[],
): Promise<void> {
  for (let van = 0; van < fouten.length; van += perInsert) {
    const rows = fouten.slice(van, van + perInsert);
    await trx('aanlevering_fouten').insert(rows.map((fout) => ({ ...fout, aanlevering_id: aanleveringId })));
  }
}

/** `na` is the id of the last fault already seen. */
export interface FoutFilter {
  readonly code?: string;
  readonly ernst?: 'fout' | 'waarschuwing';
  readonly na?: number;
  readonly limiet: number;
}

/**
 * The faults of one upload in the order of the file, unless they are kept no longer. The caller has made sure whose
 * upload it is.
 */
export async function listFouten(
  db: Knex,
  aanleveringId: string,
  nu: Instant,
  filter: FoutFilter,
): Promise<AanleveringFoutRow[]> {
  const query = db('aanlevering_fouten')
    .where({ aanlevering_id: aanleveringId })
    .whereNotExists((verlopen) => {
      void verlopen.from('aanleveringen').where({ id: aanleveringId }).where('fouten_tot', '<=', nu);
    })
    .orderBy('id')
    .limit(filter.limiet);
  if (filter.code !== undefined) void query.where('code', filter.code);
  if (filter.ernst !== undefined) void query.where('ernst', filter.ernst);
  if (filter.na !== undefined) void query.where('id', '>', filter.na);
  return query;
}

export interface FoutAantal {
  readonly code: string;
  readonly ernst: 'fout' | 'waarschuwing';
  readonly aantal: number;
}

/** How many faults there are of each kind, most first: all of them, also those that were not kept. */
export async function countFouten(db: Knex, aanleveringId: string): Promise<FoutAantal[]> {
  const rows = await db('aanlevering_fout_aantallen')
    .where({ aanlevering_id: aanleveringId })
    .select('code', 'ernst', 'aantal');
  return rows.sort((a, b) => b.aantal - a.aantal || a.code.localeCompare(b.code));
}

/** Adds the faults of a batch to the counts. A batch has a few kinds, so that a few statements do. */
export async function addFoutAantallen(
  trx: Knex.Transaction,
  aanleveringId: string,
  aantallen: readonly FoutAantal[],
): Promise<void> {
  for (const { code, ernst, aantal } of aantallen) {
    const soort = { aanlevering_id: aanleveringId, code, ernst };
    const found = await trx('aanlevering_fout_aantallen')
      .where(soort)
      .update({ aantal: trx.raw('aantal + ?', [aantal]) });
    if (found === 0) await trx('aanlevering_fout_aantallen').insert({ ...soort, aantal });
  }
}

/** Takes back every fault of one kind; returns how many of them were kept. */
export async function wisFouten(trx: Knex.Transaction, aanleveringId: string, code: string): Promise<number> {
  await trx('aanlevering_fout_aantallen').where({ aanlevering_id: aanleveringId, code }).delete();
  return trx('aanlevering_fouten').where({ aanlevering_id: aanleveringId, code }).delete();
}
