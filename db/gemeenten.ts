import type { Knex } from 'knex';
import type { GemeenteRow } from './tables.ts';

/** Makes the gemeenten that UM serves known; one that is no longer named stays, with its data. */
export async function saveGemeenten(db: Knex, gemeenten: readonly GemeenteRow[]): Promise<void> {
  if (gemeenten.length === 0) return;
  await db('gemeenten')
    .insert([...gemeenten])
    .onConflict('oin')
    .merge(['naam']);
}
