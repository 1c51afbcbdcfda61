import type { Knex } from 'knex';

/** Bytes of a file in one row. Every piece but the last has exactly this size: a place is found by division. */
export const deelGrootte = 512 * 1024;

/** Writes the next piece of a file. `inhoud` may be reused by the caller afterwards. */
export async function insertDeel(
  db: Knex,
  aanleveringId: string,
  volgnummer: number,
  inhoud: Buffer,
): Promise<void> {
  await db('aanlevering_delen').insert({ aanlevering_id: aanleveringId, volgnummer, inhoud });
}

/** One piece; undefined past the end of the file. */
export async function readDeel(
  db: Knex,
  aanleveringId: string,
  volgnummer: number,
): Promise<Buffer | undefined> {
  const row = await db('aanlevering_delen')
    .where({ aanlevering_id: aanleveringId, volgnummer })
    .first('inhoud');
  return row?.inhoud;
}

/** Forgets the file, some pieces at a time, so that no transaction is long; calls `stap` after each time. */
export async function deleteDelen(db: Knex, aanleveringId: string, stap?: () => void): Promise<void> {
  const perKeer = 4;
  const last = await db('aanlevering_delen')
    .where({ aanlevering_id: aanleveringId })
    .max<{ volgnummer: number | null }[]>('volgnummer as volgnummer')
    .first();
  for (let van = last?.volgnummer ?? -1; van >= 0; van -= perKeer) {
    await db('aanlevering_delen')
      .where({ aanlevering_id: aanleveringId })
      .where('volgnummer', '>', van - perKeer)
      .delete();
    stap?.();
  }
}
