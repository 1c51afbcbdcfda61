import type { EventFilter } from '../../db/gebeurtenissen.ts';
import { nextPage } from '../next-page.ts';
import type { GebeurtenisRow } from '../../db/tables.ts';

/** A page of events; the last id leads to the next page as long as this one is full. */
export function presentEvents(rows: readonly GebeurtenisRow[], filter: EventFilter): object {
  return {
    gebeurtenissen: rows.map((row) => ({
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
    ...nextPage('/v1/gebeurtenissen', filter, rows.length, rows.at(-1)?.volgnummer),
  };
}
