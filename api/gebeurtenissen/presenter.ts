import type { EventFilter } from '../../db/gebeurtenissen.ts';
import { pageOf } from '../page.ts';
import type { GebeurtenisRow } from '../../db/tables.ts';

/** A page of events. */
export function presentEvents(rows: readonly GebeurtenisRow[], filter: EventFilter): object {
  const { page, next } = pageOf('/v1/gebeurtenissen', rows, filter, ({ volgnummer }) => ({ na: volgnummer }));
  return {
    gebeurtenissen: page.map((row) => ({
      id: row.volgnummer,
      tijdstip: row.tijdstip,
      actor: row.actor,
      actie: row.actie,
      objectSoort: row.object_soort,
      objectId: row.object_id,
      uitkomst: row.uitkomst,
      ...(row.reden === null ? {} : { reden: row.reden }),
      ...(row.correlatie_id === null ? {} : { correlatieId: row.correlatie_id }),
    })),
    ...next,
  };
}
