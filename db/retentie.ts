import type { Knex } from 'knex';
import { recordEvent } from './gebeurtenissen.ts';
import { geefDetailVrij } from './detailvragen.ts';
import { beeindigZoekvraag, wisMatches } from './matches.ts';
import type { Instant } from './tables.ts';
import { transactie } from './transactie.ts';
import { laatMislukken } from './zoekvragen.ts';

/** How many a sweep takes at most of each; the next sweep takes the rest. */
const perKeer = 500;

/** What a sweep put right, for one gemeente. */
export interface Opgeruimd {
  /** Ended or expired, whose matches were still there. */
  zoekvragenVerlopen: number;
  matchesVerwijderd: number;
  /** Running for longer than a question can run. */
  zoekvragenVastgelopen: number;
  /** Details reserved by a process that is no more. */
  reserveringenVrijgegeven: number;
}

export interface Grenzen {
  readonly nu: Instant;
  /** What ended before this should be gone by now. */
  readonly verlopenVoor: Instant;
  /** A question that was asked before this and has no answer never will. */
  readonly gesteldVoor: Instant;
  /** A detail that was asked before this has no process that waits for it. */
  readonly gevraagdVoor: Instant;
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
  await wezen(db, bij);
  await reserveringen(db, grenzen, bij);
  return gevonden;
}

type Bij = (oin: string) => Opgeruimd;

const leeg = (): Opgeruimd => ({
  zoekvragenVerlopen: 0,
  matchesVerwijderd: 0,
  zoekvragenVastgelopen: 0,
  reserveringenVrijgegeven: 0,
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
  const rows = await db('zoekvragen')
    .select('oin', 'id')
    .whereIn('status', ['beantwoord', 'verlopen', 'beeindigd'])
    .whereNull('verwijderd_op')
    .where((oud) => void oud.where('verloopt_op', '<', verlopenVoor).orWhereNot('status', 'beantwoord'))
    .limit(perKeer);
  for (const { oin, id } of rows) {
    const aantal = await beeindigZoekvraag(db, { oin, id, nu, status: 'verlopen', actor: 'um' });
    if (aantal === undefined) continue;
    bij(oin).zoekvragenVerlopen++;
    bij(oin).matchesVerwijderd += aantal;
  }
}

/** Matches of which the trail says that they are gone. There should never be any. */
async function wezen(db: Knex, bij: Bij): Promise<void> {
  const rows = await db('zoekvragen')
    .select('oin', 'id')

    .where((weg) => void weg.whereNotNull('verwijderd_op').orWhere({ status: 'mislukt' }))
    .whereExists(
      (matches) =>
        void matches.select(db.raw('1')).from('matches').whereRaw('matches.zoekvraag_id = zoekvragen.id'),
    )
    .limit(perKeer);
  for (const { oin, id } of rows) bij(oin).matchesVerwijderd += await wisMatches(db, id);
}

async function reserveringen(db: Knex, { nu, gevraagdVoor }: Grenzen, bij: Bij): Promise<void> {
  const rows = await db('detailvragen')
    .select('oin', 'zoekvraag_id', 'request_id')
    .whereIn('status', ['gevraagd', 'gereserveerd', 'herhaling'])
    .where('gewijzigd_op', '<', gevraagdVoor)
    .limit(perKeer);
  for (const { oin, zoekvraag_id: zoekvraagId, request_id: requestId } of rows) {
    const sleutel = { oin, zoekvraagId, requestId };
    if (await geefDetailVrij(db, sleutel, 'niet-afgerond', nu)) bij(oin).reserveringenVrijgegeven++;
  }
}

/** The proof: one event in the trail of each gemeente for which something was found, one for the sweep as a whole. */
export async function legOpruimenVast(
  db: Knex,
  proef: {
    readonly nu: Instant;
    readonly id: string;
    readonly oinUm: string;
    readonly gevonden: ReadonlyMap<string, object>;
    /** What was found of uploads, over all gemeenten. */
    readonly achtergelaten: Readonly<Record<string, number>>;
  },
): Promise<void> {
  const event = {
    tijdstip: proef.nu,
    actor: 'um',
    objectSoort: 'retentie',
    objectId: proef.id,
    uitkomst: 'gelukt',
  };
  await transactie(db, async (trx) => {
    for (const [oin, aantallen] of proef.gevonden) {
      await recordEvent(trx, { ...event, oin, actie: 'retentie-opgeruimd', reden: inWoorden(aantallen) });
    }
    const gemeenten = proef.gevonden.size === 0 ? '' : `bij ${proef.gevonden.size} gemeente(n) opgeruimd`;
    const reden = [gemeenten, inWoorden(proef.achtergelaten)].filter(Boolean).join(', ') || 'niets gevonden';
    await recordEvent(trx, { ...event, oin: proef.oinUm, actie: 'retentie-uitgevoerd', reden });
  });
}

const inWoorden = (aantallen: object): string =>
  Object.entries(aantallen)
    .filter(([, aantal]) => aantal !== 0)
    .map(([wat, aantal]) => `${wat} ${String(aantal)}`)
    .join(', ');
