import { setImmediate as adem } from 'node:timers/promises';
import type { Knex } from 'knex';
import { vergeetVumIDs } from './detailvragen.ts';
import { recordEvent } from './gebeurtenissen.ts';
import type { Instant, MatchRow, ZoekvraagRow } from './tables.ts';
import { transactie } from './transactie.ts';
import { over } from './zoekvragen.ts';

/** Rows written or deleted in one statement: a few milliseconds in SQLite, which blocks the event loop. */
const perKeer = 100;

export interface Antwoord {
  readonly oin: string;
  readonly id: string;
  readonly nu: Instant;
  readonly vumVraagId: string;
  readonly maximumBereikt: boolean;
  readonly matches: readonly { readonly vumID: string }[];
}

/**
 * Keeps VUM's answer as a whole, in place of whatever an earlier attempt left. False when the question no
 * longer runs: it was ended or given up, and an answer that comes late is dropped.
 */
export async function bewaarAntwoord(db: Knex, antwoord: Antwoord): Promise<boolean> {
  const waar = { oin: antwoord.oin, id: antwoord.id };
  return transactie(db, async (trx) => {
    const row = await trx('zoekvragen').where(waar).forUpdate().first();
    if (row?.status !== 'loopt') return false;
    await trx('matches').where({ zoekvraag_id: row.id }).delete();
    for (let van = 0; van < antwoord.matches.length; van += perKeer) {
      if (van > 0) await adem();
      await trx('matches').insert(
        antwoord.matches.slice(van, van + perKeer).map((match, plaats) => ({
          zoekvraag_id: row.id,
          vum_id: match.vumID,
          volgnummer: van + plaats + 1,
          inhoud: JSON.stringify(match),
        })),
      );
    }
    await trx('zoekvragen').where(waar).update({
      status: 'beantwoord',
      beantwoord_op: antwoord.nu,
      vum_vraag_id: antwoord.vumVraagId,
      maximum_bereikt: antwoord.maximumBereikt,
      aantal_matches: antwoord.matches.length,
    });
    await recordEvent(trx, {
      ...over(row, antwoord.nu),
      actie: 'zoekvraag-beantwoord',
      reden: `${antwoord.matches.length} matches`,
    });
    return true;
  });
}

/** A page of the matches of a zoekvraag, in VUM's order; none once it has expired or ended. */
export async function lijstMatches(
  db: Knex,
  vraag: {
    readonly oin: string;
    readonly id: string;
    readonly nu: Instant;
    readonly na: number;
    readonly limiet: number;
  },
): Promise<MatchRow[]> {
  return db('matches')
    .select('matches.*')
    .join('zoekvragen', 'zoekvragen.id', 'matches.zoekvraag_id')
    .where('zoekvragen.oin', vraag.oin)
    .where('zoekvragen.id', vraag.id)
    .where('zoekvragen.status', 'beantwoord')
    .where('zoekvragen.verloopt_op', '>', vraag.nu)
    .where('matches.volgnummer', '>', vraag.na)
    .orderBy('matches.volgnummer')
    .limit(vraag.limiet);
}

export interface Einde {
  readonly oin: string;
  readonly id: string;
  readonly nu: Instant;
  /** `verlopen` by time, `beeindigd` by somebody. */
  readonly status: 'verlopen' | 'beeindigd';
  readonly actor: string;
  /** Of the request that asked for it; absent where nobody did. */
  readonly correlatieId?: string;
  readonly reden?: string;
}

/**
 * Ends a zoekvraag, deletes its matches and forgets the vumIDs of its details. Ending comes first, so that nobody reads them any more; that they
 * are gone is recorded when the last one is, and this can be done again after a crash. Returns how many
 * matches there were, or undefined when they were gone before.
 */
export async function beeindigZoekvraag(db: Knex, einde: Einde): Promise<number | undefined> {
  const row = await markeerEinde(db, einde);
  if (!row) return undefined;
  await wisMatches(db, einde.id);
  const vumIDs = await vergeetVumIDs(db, einde.id);
  return transactie(db, async (trx) => {
    const gemarkeerd = await trx('zoekvragen')
      .where({ oin: einde.oin, id: einde.id })
      .whereNull('verwijderd_op')
      .update({ verwijderd_op: einde.nu });
    if (gemarkeerd === 0) return undefined;
    const aantal = row.aantal_matches ?? 0;
    await recordEvent(trx, {
      ...over(row, einde.nu, einde.correlatieId),
      actie: 'matches-verwijderd',
      reden: `${aantal} matches${vumIDs === 0 ? '' : `, ${vumIDs} vumID's van detailvragen`}`,
    });
    return aantal;
  });
}

async function markeerEinde(db: Knex, einde: Einde): Promise<ZoekvraagRow | undefined> {
  const waar = { oin: einde.oin, id: einde.id };
  return transactie(db, async (trx) => {
    const row = await trx('zoekvragen').where(waar).forUpdate().first();
    if (!row || row.verwijderd_op !== null || row.status === 'mislukt') return undefined;
    if (row.status !== 'loopt' && row.status !== 'beantwoord') return row;
    await trx('zoekvragen').where(waar).update({ status: einde.status, sleutel: null });
    await recordEvent(trx, {
      ...over(row, einde.nu, einde.correlatieId),
      actor: einde.actor,
      actie: `zoekvraag-${einde.status}`,
      reden: [`${row.aantal_matches ?? 0} matches`, einde.reden].filter(Boolean).join('; '),
    });
    return row;
  });
}

/** Deletes in small steps, each a transaction of its own: one large delete would stop everybody else. */
export async function wisMatches(db: Knex, zoekvraagId: string): Promise<number> {
  let gewist = 0;
  for (;;) {
    const volgnummers = await db('matches')
      .where({ zoekvraag_id: zoekvraagId })
      .orderBy('volgnummer')
      .limit(perKeer)
      .pluck('volgnummer');
    if (volgnummers.length === 0) return gewist;
    gewist += await db('matches')
      .where({ zoekvraag_id: zoekvraagId })
      .whereIn('volgnummer', volgnummers)
      .delete();
    await adem();
  }
}
