import { setTimeout as sleep } from 'node:timers/promises';
import { CancelledFailure, Context } from '@temporalio/activity';
import { beeindigZoekvraag, bewaarAntwoord } from '../../db/matches.ts';
import { laatMislukken, vindZoekvraag } from '../../db/zoekvragen.ts';
import { soorten } from '../../domain/soorten/soorten.ts';
import type { ActivityDeps } from '../deps.ts';
import { LopendeVragen } from './lopende-vragen.ts';

/** Which zoekvraag of which gemeente. */
export interface ZoekvraagRef {
  readonly zoekvraagId: string;
  readonly oin: string;
}

/** `vervallen`: the question had been ended or given up, and its answer was dropped. */
export type VraagUitkomst =
  { readonly status: 'beantwoord'; readonly aantalMatches: number } | { readonly status: 'vervallen' };

const hartslagMs = 2_000;
/** How long a question may hold up the workflow's own step, before it becomes an activity of its own. */
const meteenMs = 2_000;

export function createZoekvraagActivities({ db, vum, clock }: Pick<ActivityDeps, 'db' | 'vum' | 'clock'>) {
  const nu = () => clock().toISOString();
  const lopend = new LopendeVragen<VraagUitkomst>();

  /** The matches go from VUM to the database: Temporal learns how many. */
  async function vraagEnBewaar(ref: ZoekvraagRef, signal: AbortSignal): Promise<VraagUitkomst> {
    const { oin, zoekvraagId: id } = ref;
    const row = await vindZoekvraag(db, oin, id);
    if (row?.status === 'beantwoord') return { status: 'beantwoord', aantalMatches: row.aantal_matches ?? 0 };
    if (row?.status !== 'loopt') return { status: 'vervallen' };
    const vraagObject = JSON.parse(row.vraag) as Record<string, unknown>;
    const vraag = { oin, correlatieId: row.correlatie_id, vraagObject };
    const { vraagID, matches, ...antwoord } = await vum.zoek(soorten[row.soort], vraag, signal);
    const bewaard = await bewaarAntwoord(db, {
      oin,
      id,
      nu: nu(),
      vumVraagId: vraagID,
      maximumBereikt: antwoord.maximumAantalResultatenBereikt,
      matches,
    });
    return bewaard ? { status: 'beantwoord', aantalMatches: matches.length } : { status: 'vervallen' };
  }

  const stel = (ref: ZoekvraagRef, signal?: AbortSignal) =>
    lopend.stel(ref.zoekvraagId, (afgebroken) => vraagEnBewaar(ref, afgebroken), signal);

  return {
    /** Asks VUM, and says `loopt` when it takes longer than a moment: `vraagVum` then waits for the answer. */
    vraagVumMeteen: (ref: ZoekvraagRef): Promise<VraagUitkomst | { readonly status: 'loopt' }> =>
      Promise.race([stel(ref), sleep(meteenMs, { status: 'loopt' as const })]),

    /** Waits for the answer to the question that this process is asking already, or asks it. */
    vraagVum: (ref: ZoekvraagRef): Promise<VraagUitkomst> => metHartslag((signal) => stel(ref, signal)),

    /** Records that the question stays without an answer, and why. */
    async meldMislukt({
      oin,
      zoekvraagId,
      foutCode,
    }: ZoekvraagRef & { readonly foutCode: string }): Promise<void> {
      await laatMislukken(db, { oin, id: zoekvraagId, foutCode, nu: nu() });
    },

    /** Deletes the matches of a zoekvraag whose time has come, or that was ended before, and records it. */
    async verwijderMatches({
      oin,
      zoekvraagId,
      // A process that began before an upgrade does not say it.
      status = 'verlopen',
    }: ZoekvraagRef & { readonly status?: 'verlopen' | 'beeindigd' }): Promise<void> {
      await beeindigZoekvraag(db, { oin, id: zoekvraagId, nu: nu(), status, actor: 'um' });
    },
  };
}

/** Tells Temporal that the wait goes on, so that a dead worker is noticed, and hears when it may stop. */
async function metHartslag<T>(doe: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const context = Context.current();
  const klop = setInterval(() => context.heartbeat(), hartslagMs);
  try {
    return await doe(context.cancellationSignal);
  } catch (fout) {
    if (context.cancellationSignal.aborted) throw new CancelledFailure('Asking VUM was cancelled');
    throw fout;
  } finally {
    clearInterval(klop);
  }
}
