import type { EventFilter } from '../../db/gebeurtenissen.ts';
import type { GebeurtenisRow } from '../../db/tables.ts';

/** A page of events; the last id leads to the next page as long as this one is full. */
export function presentEvents(rows: readonly GebeurtenisRow[], filter: EventFilter): object {
  const last = rows.at(-1);
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
    ...(last && rows.length === filter.limiet ? { volgende: nextPage(filter, last.volgnummer) } : {}),
  };
}

function nextPage(filter: EventFilter, lastId: number): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, na: lastId })) parameters.set(name, String(value));
  return `/v1/gebeurtenissen?${parameters.toString()}`;
}
