import type { Knex } from 'knex';
import type { Instant } from './tables.ts';

/** What went with one zoekvraag: what was asked, by whom and why; the trail of events keeps its own account. */
export interface Vergeten {
  readonly oin: string;
  readonly detailvragen: number;
  /** There should be none: they went when the zoekvraag ended. */
  readonly matches: number;
}

/** Forgets zoekvragen, at most `hoogstens`, that expired before `voor` and have ended, each with its detailvragen. */
export async function vergeetGeschiedenis(db: Knex, voor: Instant, hoogstens: number): Promise<Vergeten[]> {
  const rows = await db('zoekvragen')
    .select('oin', 'id')
    .whereIn('status', ['verlopen', 'beeindigd', 'mislukt'])
    .where('verloopt_op', '<', voor)
    .limit(hoogstens);
  const vergeten: Vergeten[] = [];
  for (const { oin, id } of rows) {
    const detailvragen = await db('detailvragen').where({ zoekvraag_id: id }).delete();
    const matches = await db('matches').where({ zoekvraag_id: id }).delete();
    if ((await db('zoekvragen').where({ oin, id }).delete()) > 0)
      vergeten.push({ oin, detailvragen, matches });
  }
  return vergeten;
}
