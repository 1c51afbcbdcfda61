import type { Knex } from 'knex';
import { listEvenLange, listOmvang, type Omvang, type Paar } from '../../../db/vergelijk.ts';
import { isGelijk } from './is-gelijk.ts';

/** Records in one query, and bytes of what is read of them: milliseconds each, so that nobody else waits. */
const perKeer = { records: 500, bytes: 512 * 1024 };

export interface Wijzigingen {
  readonly nieuw: number;
  readonly gewijzigd: number;
  /** In the file, with the content that VUM finds already. */
  readonly gelijk: number;
}

/**
 * Compares the records of a file with the publicatie that VUM finds now, page by page. Of two texts that UM wrote
 * only those of one length can hold the same, in another order; most of them are the same text.
 */
export async function telWijzigingen(db: Knex, paar: Paar, stap: () => Promise<void>): Promise<Wijzigingen> {
  let [gelezen, nieuw, gelijk] = [0, 0, 0];
  for (let na = 0; ;) {
    await stap();
    const rijen = await listOmvang(db, paar, { na, hoogstens: perKeer.records });
    const laatste = rijen.at(-1);
    if (laatste === undefined) return { nieuw, gewijzigd: gelezen - nieuw - gelijk, gelijk };
    gelezen += rijen.length;
    nieuw += rijen.filter(({ oud }) => oud === null).length;
    gelijk += rijen.filter(({ zelfde }) => zelfde === 1).length;
    const twijfel = rijen.filter(({ oud, nieuw: lengte, zelfde }) => oud === lengte && zelfde === 0);
    for (const ids of inDelen(twijfel)) {
      await stap();
      const verschillend = await listEvenLange(db, paar, ids);
      gelijk += ids.length - verschillend.filter((teksten) => !isGelijk(teksten)).length;
    }
    na = laatste.nummer;
  }
}

/** The ids of these records in parts, of each of which no more is read than `perKeer.bytes`, or one record. */
function* inDelen(rijen: readonly Omvang[]): Generator<readonly string[]> {
  let ids: string[] = [];
  let bytes = 0;
  for (const { record_id, nieuw } of rijen) {
    if (ids.length > 0 && bytes + nieuw > perKeer.bytes) {
      yield ids;
      [ids, bytes] = [[], 0];
    }
    ids.push(record_id);
    bytes += nieuw;
  }
  if (ids.length > 0) yield ids;
}
