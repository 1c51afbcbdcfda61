import type { Knex } from 'knex';
import { over, sleutelVan, waar, zetStatus, type Sleutel } from './detailvraag.ts';
import { recordEvent } from './gebeurtenissen.ts';
import type { DetailvraagRow, Instant } from './tables.ts';
import { isDubbel, transactie } from './transactie.ts';

export type NieuweDetailvraag = Pick<
  DetailvraagRow,
  | 'zoekvraag_id'
  | 'request_id'
  | 'oin'
  | 'vum_id'
  | 'reden'
  | 'gevraagd_door'
  | 'gevraagd_op'
  | 'correlatie_id'
>;

/** Keeps the request as it was asked; it counts for nothing yet. Returns what stood under this id before. */
export async function vraagDetail(db: Knex, vraag: NieuweDetailvraag): Promise<DetailvraagRow | undefined> {
  const row: DetailvraagRow = {
    ...vraag,
    status: 'gevraagd',
    gewijzigd_op: vraag.gevraagd_op,
    fout_code: null,
  };
  try {
    await transactie(db, async (trx) => {
      await trx('detailvragen').insert(row);
      await recordEvent(trx, {
        ...over(row, vraag.gevraagd_op),
        actie: 'detail-gevraagd',
        reden: vraag.reden,
      });
    });
    return undefined;
  } catch (fout) {
    if (!isDubbel(fout)) throw fout;
    return db('detailvragen')
      .where(waar(sleutelVan(row)))
      .first();
  }
}

/** Whether this vumID is a match of the zoekvraag, which must have been answered and not have expired. */
export async function isMatch(
  db: Knex,
  vraag: { readonly oin: string; readonly zoekvraagId: string; readonly vumID: string; readonly nu: Instant },
): Promise<boolean> {
  const match: unknown = await db('matches')
    .join('zoekvragen', 'zoekvragen.id', 'matches.zoekvraag_id')
    .where('zoekvragen.oin', vraag.oin)
    .where('zoekvragen.id', vraag.zoekvraagId)
    .where('zoekvragen.status', 'beantwoord')
    .where('matches.vum_id', vraag.vumID)
    .where('zoekvragen.verloopt_op', '>', vraag.nu)
    .first('matches.volgnummer');
  return match !== undefined;
}

/** Whether this request has no outcome yet. */
export async function isBezig(db: Knex, sleutel: Sleutel): Promise<boolean> {
  const row = await db('detailvragen').where(waar(sleutel)).first();
  return row !== undefined && ['gevraagd', 'gereserveerd', 'herhaling'].includes(row.status);
}

/** Takes back a request with which nothing has begun. One that has begun is left to its process. */
export async function neemVraagTerug(
  db: Knex,
  sleutel: Sleutel,
  foutCode: string,
  nu: Instant,
): Promise<void> {
  await transactie(db, async (trx) => {
    const row = await trx('detailvragen').where(waar(sleutel)).forUpdate().first();
    if (row?.status !== 'gevraagd') return;
    await zetStatus(trx, sleutel, { status: 'vrijgegeven', fout_code: foutCode, gewijzigd_op: nu });
    await recordEvent(trx, { ...over(row, nu), actie: 'detail-vrijgegeven', uitkomst: foutCode });
  });
}

/** Oldest first. Never the detail itself: nobody has it. */
export async function lijstDetailvragen(
  db: Knex,
  vraag: {
    readonly oin: string;
    readonly zoekvraagId: string;
    readonly overslaan: number;
    readonly limiet: number;
  },
): Promise<DetailvraagRow[]> {
  return db('detailvragen')
    .where({ oin: vraag.oin, zoekvraag_id: vraag.zoekvraagId })
    .orderBy([{ column: 'gevraagd_op' }, { column: 'request_id' }])
    .offset(vraag.overslaan)
    .limit(vraag.limiet);
}

/**
 * Forgets of which records the details of a zoekvraag were asked, once it has ended: a vumID is a person's
 * pseudonym and serves to ask. Who asked, when, why and with what outcome stays. Returns of how many requests.
 */
export async function vergeetVumIDs(db: Knex, zoekvraagId: string): Promise<number> {
  return db('detailvragen')
    .where({ zoekvraag_id: zoekvraagId })
    .whereNot('vum_id', '')
    .update({ vum_id: '' });
}
