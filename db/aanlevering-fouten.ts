import type { Knex } from 'knex';
import type { AanleveringFoutRow } from './tables.ts';

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

/** The faults of one upload in the order of the file. The caller has made sure whose upload it is. */
export async function listFouten(
  db: Knex,
  aanleveringId: string,
  filter: FoutFilter,
): Promise<AanleveringFoutRow[]> {
  const query = db('aanlevering_fouten')
    .where({ aanlevering_id: aanleveringId })
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

/** How many of the kept faults there are of each kind, most first. */
export async function countFouten(db: Knex, aanleveringId: string): Promise<FoutAantal[]> {
  const rows = await db('aanlevering_fouten')
    .where({ aanlevering_id: aanleveringId })
    .groupBy('code', 'ernst')
    .select('code', 'ernst')
    .count({ aantal: '*' });
  return (rows as { code: string; ernst: FoutAantal['ernst']; aantal: number | string }[])
    .map((row) => ({ ...row, aantal: Number(row.aantal) }))
    .sort((a, b) => b.aantal - a.aantal || a.code.localeCompare(b.code));
}
