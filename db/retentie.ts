import type { Knex } from 'knex';
import { geefDetailVrij } from './detail-quotum.ts';
import { vergeetVumIDs } from './detailvragen.ts';
import { vergeetGeschiedenis } from './geschiedenis.ts';
import { beeindigZoekvraag, wisMatches } from './matches.ts';
import type { Instant, ZoekvraagStatus } from './tables.ts';
import { laatMislukken } from './zoekvragen.ts';

/** How many a sweep takes at most of each; the next sweep takes the rest. */
const perKeer = 500;

/** The statuses of a zoekvraag whose matches are gone, or on their way out. */
const geeindigd: ZoekvraagStatus[] = ['verlopen', 'beeindigd'];

/** What a sweep put right, for one gemeente. */
export interface Opgeruimd {
  /** Ended or expired, whose matches were still there. */
  zoekvragenVerlopen: number;
  matchesVerwijderd: number;
  /** Running for longer than a question can run. */
  zoekvragenVastgelopen: number;
  /** Details reserved by a process that is no more. */
  reserveringenVrijgegeven: number;
  /** Of details of an ended zoekvraag. */
  vumIDsVergeten: number;
  /** Ended so long ago that the history goes too, with the detailvragen that belong to it. */
  zoekvragenVergeten: number;
  detailvragenVergeten: number;
}

export interface Grenzen {
  readonly nu: Instant;
  /** What ended before this should be gone by now. */
  readonly verlopenVoor: Instant;
  /** A question that was asked before this and has no answer never will. */
  readonly gesteldVoor: Instant;
  /** A detail that was asked before this has no process that waits for it. */
  readonly gevraagdVoor: Instant;
  /** What ended since then is looked after once more. */
  readonly eindeGezienSinds: Instant;
  /** Of what expired before this no history is kept. */
  readonly vergeetVoor: Instant;
}

/** Puts right whatever a timer or a process left behind, over all gemeenten; returns what it found, by OIN. */
export async function ruimZoekvragenOp(db: Knex, grenzen: Grenzen): Promise<Map<string, Opgeruimd>> {
  const gevonden = new Map<string, Opgeruimd>();
  const bij = (oin: string): Opgeruimd => {
    const tot = gevonden.get(oin) ?? leeg();
    gevonden.set(oin, tot);
    return tot;
  };
  await vastgelopen(db, grenzen, bij);
  await verlopen(db, grenzen, bij);
  await wezen(db, grenzen, bij);
  await reserveringen(db, grenzen, bij);
  await geschiedenis(db, grenzen, bij);
  return gevonden;
}

type Bij = (oin: string) => Opgeruimd;

const leeg = (): Opgeruimd => ({
  zoekvragenVerlopen: 0,
  matchesVerwijderd: 0,
  zoekvragenVastgelopen: 0,
  reserveringenVrijgegeven: 0,
  vumIDsVergeten: 0,
  zoekvragenVergeten: 0,
  detailvragenVergeten: 0,
});

async function vastgelopen(db: Knex, { nu, gesteldVoor }: Grenzen, bij: Bij): Promise<void> {
  const rows = await db('zoekvragen')
    .select('oin', 'id')
    .where({ status: 'loopt' })
    .where('gesteld_op', '<', gesteldVoor)
    .limit(perKeer);
  for (const { oin, id } of rows) {
    if (await laatMislukken(db, { oin, id, foutCode: 'niet-afgerond', nu })) bij(oin).zoekvragenVastgelopen++;
  }
}

async function verlopen(db: Knex, { nu, verlopenVoor }: Grenzen, bij: Bij): Promise<void> {
  const teLaat = await db('zoekvragen')
    .select('oin', 'id')
    .where({ status: 'beantwoord' })
    .where('verloopt_op', '<', verlopenVoor)
    .limit(perKeer);
  const halverwege = await db('zoekvragen')
    .select('oin', 'id')
    .whereIn('status', geeindigd)
    .whereNull('verwijderd_op')
    .limit(perKeer);
  for (const { oin, id } of [...teLaat, ...halverwege]) {
    const aantal = await beeindigZoekvraag(db, { oin, id, nu, status: 'verlopen', actor: 'um' });
    if (aantal === undefined) continue;
    bij(oin).zoekvragenVerlopen++;
    bij(oin).matchesVerwijderd += aantal;
  }
}

/** Matches and vumIDs of which the trail says that they are gone. There should never be any. */
async function wezen(db: Knex, { eindeGezienSinds }: Grenzen, bij: Bij): Promise<void> {
  const rows = await db('zoekvragen')
    .select('oin', 'id')
    .whereIn('status', geeindigd)
    .where('verwijderd_op', '>=', eindeGezienSinds)
    .where(
      (iets) =>
        void iets
          .whereExists(db('matches').select(db.raw('1')).whereRaw('matches.zoekvraag_id = zoekvragen.id'))
          .orWhereExists(
            db('detailvragen')
              .select(db.raw('1'))
              .whereRaw("detailvragen.zoekvraag_id = zoekvragen.id AND detailvragen.vum_id <> ''"),
          ),
    )
    .limit(perKeer);
  for (const { oin, id } of rows) {
    bij(oin).matchesVerwijderd += await wisMatches(db, id);
    bij(oin).vumIDsVergeten += await vergeetVumIDs(db, id);
  }
}

async function geschiedenis(db: Knex, { vergeetVoor }: Grenzen, bij: Bij): Promise<void> {
  for (const vergeten of await vergeetGeschiedenis(db, vergeetVoor, perKeer)) {
    bij(vergeten.oin).zoekvragenVergeten++;
    bij(vergeten.oin).detailvragenVergeten += vergeten.detailvragen;
    bij(vergeten.oin).matchesVerwijderd += vergeten.matches;
  }
}

async function reserveringen(db: Knex, { nu, gevraagdVoor }: Grenzen, bij: Bij): Promise<void> {
  const rows = await db('detailvragen')
    .select('oin', 'zoekvraag_id', 'request_id')
    .whereIn('status', ['gevraagd', 'gereserveerd', 'herhaling'])
    .where('gewijzigd_op', '<', gevraagdVoor)
    .limit(perKeer);
  for (const { oin, zoekvraag_id: zoekvraagId, request_id: requestId } of rows) {
    const sleutel = { oin, zoekvraagId, requestId };
    const vrijgave = await geefDetailVrij(db, sleutel, 'niet-afgerond', nu);
    if (vrijgave === 'nu') bij(oin).reserveringenVrijgegeven++;
  }
}
