import { listEvents } from '../../db/gebeurtenissen.ts';
import { OngeldigVerzoek, type Verzoekfout } from '../../domain/errors.ts';
import type { ApiDeps } from '../deps.ts';
import { oneMore } from '../page.ts';
import { route, type Route } from '../route.ts';
import { presentEvents } from './presenter.ts';
import { gebeurtenissenQuery, gebeurtenissenSchema } from './schema.ts';

export function gebeurtenissenRoutes({ db }: Pick<ApiDeps, 'db'>): Route[] {
  return [
    route({
      method: 'get',
      path: '/gebeurtenissen',
      operationId: 'lijstGebeurtenissen',
      tag: 'Gebeurtenissen',
      summary: 'Het spoor van wat er met de gegevens van de gemeente gebeurde',
      rollen: ['auditor'],
      query: gebeurtenissenQuery,
      responses: { 200: { description: 'De gebeurtenissen, oudste eerst', schema: gebeurtenissenSchema } },
      handle: async ({ identity, query }) => {
        demandInstants(query);
        const events = await listEvents(db, identity.oin, oneMore(query));
        return { status: 200, body: presentEvents(events, query) };
      },
    }),
  ];
}

/** RFC 3339 knows a second 60; no clock of ours does. */
function demandInstants(query: { readonly vanaf?: string; readonly totEnMet?: string }): void {
  const fouten = (['vanaf', 'totEnMet'] as const)
    .filter((pad) => query[pad] !== undefined && Number.isNaN(Date.parse(query[pad])))
    .map((pad): Verzoekfout => ({ in: 'query', pad, melding: 'moet een bestaand tijdstip zijn' }));
  if (fouten.length > 0) throw new OngeldigVerzoek('Het verzoek bevat fouten; zie errors.', fouten);
}
