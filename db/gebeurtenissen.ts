import type { Knex } from 'knex';
import type { GebeurtenisRow, Instant } from './tables.ts';

/**
 * What happened, for the auditor. Never a person's data: ids (of a record that a detail was given of its own id), codes
 * and the reason that was given.
 */
export interface Gebeurtenis {
  readonly tijdstip: Instant;
  /** The gemeente whose trail this belongs to. */
  readonly oin: string;
  /** Who did it: the subject of the token, `um` for UM itself, `oin:<OIN>` for a party that calls UM. */
  readonly actor: string;
  /** A verb in the past: `aanlevering-gepubliceerd`, `detail-geleverd`. */
  readonly actie: string;
  readonly objectSoort: string;
  readonly objectId: string;
  /** `gelukt` or the code of what went wrong. */
  readonly uitkomst: string;
  readonly reden?: string | undefined;
  readonly correlatieId?: string | undefined;
}

/**
 * Writes one event to the trail, in the transaction of the change that it tells of: a change without its
 * event, or an event without its change, cannot exist. From here to the end of the transaction nobody else writes
 * in this gemeente's trail, so that its numbers become visible in their order: do it last.
 */
export async function recordEvent(trx: Knex.Transaction, event: Gebeurtenis): Promise<void> {
  await trx('spoor_tellers')
    .insert({ oin: event.oin, laatste: 1 })
    .onConflict('oin')
    .merge({ laatste: trx.raw('spoor_tellers.laatste + 1') });
  await trx('gebeurtenissen').insert({
    volgnummer: trx.raw('(SELECT laatste FROM spoor_tellers WHERE oin = ?)', [event.oin]),
    tijdstip: event.tijdstip,
    oin: event.oin,
    actor: event.actor,
    actie: event.actie,
    object_soort: event.objectSoort,
    object_id: event.objectId,
    uitkomst: event.uitkomst,
    reden: event.reden ?? null,
    correlatie_id: event.correlatieId ?? null,
  });
}

/** Which events; instants are inclusive, `na` is the number of the last event already seen. */
export interface EventFilter {
  readonly actie?: string;
  readonly objectId?: string;
  readonly actor?: string;
  readonly vanaf?: Instant;
  readonly totEnMet?: Instant;
  readonly na?: number;
  readonly limiet: number;
}

/** The trail of one gemeente, oldest first, at most `limiet` events. */
export async function listEvents(db: Knex, oin: string, filter: EventFilter): Promise<GebeurtenisRow[]> {
  const query = db('gebeurtenissen').where({ oin }).orderBy('volgnummer').limit(filter.limiet);
  if (filter.actie !== undefined) void query.where('actie', filter.actie);
  if (filter.objectId !== undefined) void query.where('object_id', filter.objectId);
  if (filter.actor !== undefined) void query.where('actor', filter.actor);
  if (filter.vanaf !== undefined) void query.where('tijdstip', '>=', new Date(filter.vanaf).toISOString());
  if (filter.totEnMet !== undefined)
    void query.where('tijdstip', '<=', new Date(filter.totEnMet).toISOString());
  if (filter.na !== undefined) void query.where('volgnummer', '>', filter.na);
  return query;
}
