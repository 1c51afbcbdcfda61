import { CancelledFailure, Context } from '@temporalio/activity';
import { beeindigZoekvraag, bewaarAntwoord } from '../../db/matches.ts';
import { laatMislukken, vindZoekvraag } from '../../db/zoekvragen.ts';
import { soorten } from '../../domain/soorten/soorten.ts';
import type { ActivityDeps } from '../deps.ts';

/** Which zoekvraag of which gemeente. */
export interface ZoekvraagRef {
  readonly zoekvraagId: string;
  readonly oin: string;
}

/** `vervallen`: the question had been ended or given up, and its answer was dropped. */
export type VraagUitkomst =
  { readonly status: 'beantwoord'; readonly aantalMatches: number } | { readonly status: 'vervallen' };

const hartslagMs = 2_000;

export function createZoekvraagActivities({ db, vum, clock }: Pick<ActivityDeps, 'db' | 'vum' | 'clock'>) {
  const nu = () => clock().toISOString();

  return {
    /** Asks VUM and keeps the matches. They go from VUM to the database: Temporal learns how many. */
    async vraagVum({ oin, zoekvraagId }: ZoekvraagRef): Promise<VraagUitkomst> {
      const row = await vindZoekvraag(db, oin, zoekvraagId);
      if (row?.status === 'beantwoord')
        return { status: 'beantwoord', aantalMatches: row.aantal_matches ?? 0 };
      if (row?.status !== 'loopt') return { status: 'vervallen' };
      const vraagObject = JSON.parse(row.vraag) as Record<string, unknown>;
      const vraag = { oin, correlatieId: row.correlatie_id, vraagObject };
      const antwoord = await metHartslag((signal) => vum.zoek(soorten[row.soort], vraag, signal));
      const bewaard = await bewaarAntwoord(db, {
        oin,
        id: zoekvraagId,
        nu: nu(),
        vumVraagId: antwoord.vraagID,
        maximumBereikt: antwoord.maximumAantalResultatenBereikt,
        matches: antwoord.matches,
      });
      return bewaard
        ? { status: 'beantwoord', aantalMatches: antwoord.matches.length }
        : { status: 'vervallen' };
    },

    /** Records that the question stays without an answer, and why. */
    async meldMislukt({
      oin,
      zoekvraagId,
      foutCode,
    }: ZoekvraagRef & { readonly foutCode: string }): Promise<void> {
      await laatMislukken(db, { oin, id: zoekvraagId, foutCode, nu: nu() });
    },

    /** Deletes the matches of a zoekvraag whose time has come, and records it. */
    async verwijderMatches({ oin, zoekvraagId }: ZoekvraagRef): Promise<void> {
      await beeindigZoekvraag(db, { oin, id: zoekvraagId, nu: nu(), status: 'verlopen', actor: 'um' });
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
