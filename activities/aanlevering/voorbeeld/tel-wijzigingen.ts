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
  for (let na = ''; ;) {
    await stap();
    const rijen = await listOmvang(db, paar, { na, hoogstens: perKeer.records });
    const laatste = rijen.at(-1);
    if (laatste === undefined) return { nieuw, gewijzigd: gelezen - nieuw - gelijk, gelijk };
    gelezen += rijen.length;
    nieuw += rijen.filter(({ oud }) => oud === null).length;
    for (const reeks of inReeksen(na, rijen)) {
      await stap();
      const verschillend = await listEvenLange(db, paar, reeks);
      gelijk += reeks.evenLang - verschillend.filter((teksten) => !isGelijk(teksten)).length;
    }
    na = laatste.record_id;
  }
}

/** Ids after `na` up to `tot`, among which so many records are as long as they were. */
interface Reeks {
  readonly na: string;
  readonly tot: string;
  readonly evenLang: number;
}

/** A page in parts, of each of which no more is read than `perKeer.bytes`, or one record. */
function* inReeksen(begin: string, rijen: readonly Omvang[]): Generator<Reeks> {
  let [na, tot, evenLang, bytes] = [begin, begin, 0, 0];
  for (const { record_id, oud, nieuw } of rijen) {
    if (oud === nieuw) {
      if (evenLang > 0 && bytes + nieuw > perKeer.bytes) {
        yield { na, tot, evenLang };
        [na, evenLang, bytes] = [tot, 0, 0];
      }
      evenLang++;
      bytes += nieuw;
    }
    tot = record_id;
  }
  if (evenLang > 0) yield { na, tot, evenLang };
}
