import type { Knex } from 'knex';
import { recordEvent } from './gebeurtenissen.ts';
import type { Instant, ZoekvraagRow } from './tables.ts';
import { isDubbel, transactie } from './transactie.ts';

export type NieuweZoekvraag = Pick<
  ZoekvraagRow,
  'id' | 'oin' | 'soort' | 'vraag' | 'gesteld_door' | 'gesteld_op' | 'verloopt_op' | 'correlatie_id'
> & { readonly sleutel: string };

/** One zoekvraag of this gemeente, of whatever status. */
export async function vindZoekvraag(db: Knex, oin: string, id: string): Promise<ZoekvraagRow | undefined> {
  return db('zoekvragen').where({ oin, id }).first();
}

/** Of every gemeente the questions that have no outcome yet. */
export async function lijstLopende(db: Knex): Promise<ZoekvraagRow[]> {
  return db('zoekvragen').where({ status: 'loopt' }).orderBy('id').limit(100);
}

/** Newest first; `na` is the id of the last one already seen. */
export async function lijstZoekvragen(
  db: Knex,
  oin: string,
  { na, limiet }: { readonly na?: string; readonly limiet: number },
): Promise<ZoekvraagRow[]> {
  const query = db('zoekvragen').where({ oin }).orderBy('id', 'desc').limit(limiet);
  if (na !== undefined) void query.where('id', '<', na);
  return query;
}

/**
 * Keeps a question to be asked, unless the same question is being answered or has an answer that still holds:
 * then that one. With `vernieuwen` the new one takes its place. The unique key decides between two at once.
 */
export async function stelZoekvraag(
  db: Knex,
  vraag: NieuweZoekvraag,
  vernieuwen: boolean,
): Promise<{ readonly row: ZoekvraagRow; readonly nieuw: boolean }> {
  for (;;) {
    const bestaand = vernieuwen ? undefined : await geldigAntwoord(db, vraag);
    if (bestaand) return herhaald(db, bestaand, vraag);
    try {
      return { row: await transactie(db, (trx) => voegToe(trx, vraag, vernieuwen)), nieuw: true };
    } catch (fout) {
      if (!isDubbel(fout)) throw fout;
      // Somebody asked the same between the look and the insert. Whoever wanted it fresh has it fresh.
      const ander = await db('zoekvragen').where({ oin: vraag.oin, sleutel: vraag.sleutel }).first();
      if (ander) return herhaald(db, ander, vraag);
    }
  }
}

/** Who asks what was asked before gets its matches too: that belongs in the trail. */
async function herhaald(db: Knex, row: ZoekvraagRow, vraag: NieuweZoekvraag) {
  const door = { actor: vraag.gesteld_door, actie: 'zoekvraag-herhaald' };
  await transactie(db, (trx) =>
    recordEvent(trx, { ...over(row, vraag.gesteld_op, vraag.correlatie_id), ...door }),
  );
  return { row, nieuw: false };
}

async function geldigAntwoord(db: Knex, vraag: NieuweZoekvraag): Promise<ZoekvraagRow | undefined> {
  return db('zoekvragen')
    .where({ oin: vraag.oin, sleutel: vraag.sleutel })
    .where('verloopt_op', '>', vraag.gesteld_op)
    .first();
}

async function voegToe(
  trx: Knex.Transaction,
  vraag: NieuweZoekvraag,
  vernieuwen: boolean,
): Promise<ZoekvraagRow> {
  // The one before gives up its place, not its matches: these stay readable until they expire. One that is
  // being asked right now is as fresh as can be and keeps its place.
  await trx('zoekvragen')
    .where({ oin: vraag.oin, sleutel: vraag.sleutel })
    .where((vorige) => {
      void vorige.where('verloopt_op', '<=', vraag.gesteld_op);
      if (vernieuwen) void vorige.orWhereNot('status', 'loopt');
    })
    .update({ sleutel: null });
  const row: ZoekvraagRow = {
    ...vraag,
    status: 'loopt',
    beantwoord_op: null,
    verwijderd_op: null,
    vum_vraag_id: null,
    maximum_bereikt: null,
    aantal_matches: null,
    fout_code: null,
    details_gebruikt: 0,
  };
  await trx('zoekvragen').insert(row);
  await recordEvent(trx, {
    ...over(row, vraag.gesteld_op),
    actor: vraag.gesteld_door,
    actie: 'zoekvraag-gesteld',
  });
  return row;
}

/**
 * Ends a question that VUM did not answer, and makes room to ask it again. False when it no longer ran.
 */
export async function laatMislukken(
  db: Knex,
  vraag: { readonly oin: string; readonly id: string; readonly foutCode: string; readonly nu: Instant },
): Promise<boolean> {
  return transactie(db, async (trx) => {
    const row = await trx('zoekvragen').where({ oin: vraag.oin, id: vraag.id }).forUpdate().first();
    if (row?.status !== 'loopt') return false;
    await trx('zoekvragen')
      .where({ oin: vraag.oin, id: vraag.id })
      .update({ status: 'mislukt', fout_code: vraag.foutCode, sleutel: null });
    await recordEvent(trx, {
      ...over(row, vraag.nu),
      actie: 'zoekvraag-mislukt',
      uitkomst: vraag.foutCode,
    });
    return true;
  });
}

/** What every event about a zoekvraag says; of the request that asked it unless `correlatieId` names another. */
export function over(row: ZoekvraagRow, tijdstip: Instant, correlatieId = row.correlatie_id) {
  return {
    tijdstip,
    oin: row.oin,
    actor: 'um',
    objectSoort: 'zoekvraag',
    objectId: row.id,
    uitkomst: 'gelukt',
    correlatieId,
  };
}
