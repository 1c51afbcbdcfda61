import type { Knex } from 'knex';
import { listParen, vergelijkRecords, type Vergeleken } from '../../../db/vergelijk.ts';
import { isGelijk } from './is-gelijk.ts';

/** Ids in one query, and texts: milliseconds each, so that nobody else waits. */
const perKeer = { ids: 500, teksten: 20 };

export interface Wijzigingen {
  readonly nieuw: number;
  readonly gewijzigd: number;
  /** In the file, with the content that VUM finds already. */
  readonly gelijk: number;
}

/** Compares the records of a file with the publicatie that VUM finds now, page by page. */
export async function telWijzigingen(
  db: Knex,
  paar: { readonly publicatieId: string; readonly basisId: string },
  stap: () => Promise<void>,
): Promise<Wijzigingen> {
  const aantal = { nieuw: 0, anders: 0, gelijk: 0 };
  for (let na = ''; ;) {
    await stap();
    const rijen = await vergelijkRecords(db, { ...paar, na, hoogstens: perKeer.ids });
    for (const { stand } of rijen) if (stand !== 'misschien') aantal[stand]++;
    const twijfel = rijen.filter(({ stand }) => stand === 'misschien');
    const gelijk = await telGelijke(db, paar, twijfel, stap);
    aantal.gelijk += gelijk;
    aantal.anders += twijfel.length - gelijk;
    const laatste = rijen.at(-1);
    if (laatste === undefined) break;
    na = laatste.record_id;
  }
  return { nieuw: aantal.nieuw, gewijzigd: aantal.anders, gelijk: aantal.gelijk };
}

async function telGelijke(
  db: Knex,
  paar: { readonly publicatieId: string; readonly basisId: string },
  twijfel: readonly Vergeleken[],
  stap: () => Promise<void>,
): Promise<number> {
  let gelijk = 0;
  for (let van = 0; van < twijfel.length; van += perKeer.teksten) {
    const ids = twijfel.slice(van, van + perKeer.teksten).map(({ record_id }) => record_id);
    for (const { oud, nieuw } of await listParen(db, paar, ids)) if (isGelijk(oud, nieuw)) gelijk++;
    await stap();
  }
  return gelijk;
}
