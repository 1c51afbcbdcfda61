import type { Knex } from 'knex';
import { detailsPerZoekvraag, herhalingenPerDetail } from '../domain/zoekvragen/fouten.ts';
import { over, sleutelVan, waar, zetStatus, type Sleutel } from './detailvraag.ts';
import { recordEvent } from './gebeurtenissen.ts';
import type { DetailvraagRow, Instant } from './tables.ts';
import { transactie } from './transactie.ts';

/** What came of reserving; everything but these two is a reason to refuse. */
export type Reservering =
  | 'gereserveerd'
  | 'herhaling'
  | 'detail-quotum'
  | 'detail-herhaald'
  | 'zoekvraag-verlopen'
  | 'match-onbekend'
  | 'niet-afgerond';

/**
 * Takes one of the ten, for a match of this zoekvraag only and as long as it has not expired. The guarded
 * UPDATE and the row's own status make this safe to do at once with others, and twice.
 */
export async function reserveerDetail(db: Knex, sleutel: Sleutel, nu: Instant): Promise<Reservering> {
  return transactie(db, async (trx) => {
    const row = await trx('detailvragen').where(waar(sleutel)).forUpdate().first();
    if (!row) return 'niet-afgerond';
    if (row.status === 'gereserveerd' || row.status === 'herhaling') return row.status;
    const zoekvraag = { oin: sleutel.oin, id: sleutel.zoekvraagId };
    // Locked, so that what was read still holds when one of the ten is taken.
    const geldig = await trx('zoekvragen')
      .where({ ...zoekvraag, status: 'beantwoord' })
      .where('verloopt_op', '>', nu)
      .forUpdate()
      .first('id');
    if (!geldig) return weiger(trx, row, 'zoekvraag-verlopen', nu);
    const match = await trx('matches')
      .where({ zoekvraag_id: zoekvraag.id, vum_id: row.vum_id })
      .first('volgnummer');
    if (!match) return weiger(trx, row, 'match-onbekend', nu);
    if (row.status === 'geleverd') {
      if ((await herhalingen(trx, row)) >= herhalingenPerDetail)
        return weiger(trx, row, 'detail-herhaald', nu);
      await zetStatus(trx, sleutel, { status: 'herhaling', gewijzigd_op: nu });
      await recordEvent(trx, { ...over(row, nu), actie: 'detail-opnieuw-gevraagd' });
      return 'herhaling';
    }
    const genomen = await trx('zoekvragen')
      .where({ ...zoekvraag, status: 'beantwoord' })
      .where('verloopt_op', '>', nu)
      .where('details_gebruikt', '<', detailsPerZoekvraag)
      .increment('details_gebruikt', 1);
    if (genomen === 0) return weiger(trx, row, 'detail-quotum', nu);
    await zetStatus(trx, sleutel, { status: 'gereserveerd', fout_code: null, gewijzigd_op: nu });
    await recordEvent(trx, { ...over(row, nu), actie: 'detail-gereserveerd' });
    return 'gereserveerd';
  });
}

/** How often it was fetched again, as the trail tells: VUM counts each time. */
async function herhalingen(trx: Knex.Transaction, row: DetailvraagRow): Promise<number> {
  const { oin, objectId } = over(row, row.gevraagd_op);
  const [telling] = await trx('gebeurtenissen')
    .where({ oin, actie: 'detail-opnieuw-gevraagd', object_id: objectId })
    .count({ aantal: '*' });
  return Number(telling?.['aantal']);
}

async function weiger<Code extends Reservering>(
  trx: Knex.Transaction,
  row: DetailvraagRow,
  code: Code,
  nu: Instant,
): Promise<Code> {
  // A request that was delivered before stays delivered: only asking it again is refused.
  if (row.status !== 'geleverd') {
    await zetStatus(trx, sleutelVan(row), { status: 'geweigerd', fout_code: code, gewijzigd_op: nu });
  }
  await recordEvent(trx, { ...over(row, nu), actie: 'detail-geweigerd', uitkomst: code });
  return code;
}

/**
 * Settles a reservation as delivered. False when it had been given back meanwhile, or when `wachtNog` says that nobody
 * waits for the detail any more, which the database may have kept waiting too: then nobody may see it.
 */
export async function leverDetail(
  db: Knex,
  sleutel: Sleutel,
  nu: Instant,
  wachtNog: () => boolean,
): Promise<boolean> {
  return transactie(db, async (trx) => {
    const row = await trx('detailvragen').where(waar(sleutel)).forUpdate().first();
    if (row?.status === 'geleverd') return true;
    if (row?.status !== 'gereserveerd' && row?.status !== 'herhaling') return false;
    if (!wachtNog()) return false;
    await zetStatus(trx, sleutel, { status: 'geleverd', fout_code: null, gewijzigd_op: nu });
    const actie = row.status === 'herhaling' ? 'detail-opnieuw-geleverd' : 'detail-geleverd';
    await recordEvent(trx, { ...over(row, nu), actie });
    return true;
  });
}

/** What came of giving back: done now, not needed any more, or too late because the detail was delivered. */
type Vrijgave = 'nu' | 'eerder' | 'geleverd';

/** Gives a reservation back, because no answer came. A repeated request had counted before and goes on counting. */
export async function geefDetailVrij(
  db: Knex,
  sleutel: Sleutel,
  foutCode: string,
  nu: Instant,
): Promise<Vrijgave> {
  return transactie(db, async (trx) => {
    const row = await trx('detailvragen').where(waar(sleutel)).forUpdate().first();
    if (row?.status === 'geleverd') return 'geleverd';
    if (!row || row.status === 'vrijgegeven' || row.status === 'geweigerd') return 'eerder';
    if (row.status === 'herhaling') {
      await zetStatus(trx, sleutel, { status: 'geleverd', gewijzigd_op: nu });
    } else {
      await zetStatus(trx, sleutel, { status: 'vrijgegeven', fout_code: foutCode, gewijzigd_op: nu });
    }
    if (row.status === 'gereserveerd') {
      await trx('zoekvragen')
        .where({ oin: sleutel.oin, id: sleutel.zoekvraagId })
        .decrement('details_gebruikt', 1);
    }
    const actie = row.status === 'herhaling' ? 'detail-niet-opnieuw-geleverd' : 'detail-vrijgegeven';
    await recordEvent(trx, { ...over(row, nu), actie, uitkomst: foutCode });
    return 'nu';
  });
}
