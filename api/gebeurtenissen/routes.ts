import { listEvents } from '../../db/gebeurtenissen.ts';
import type { ApiDeps } from '../deps.ts';
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
        const events = await listEvents(db, identity.oin, query);
        return { status: 200, body: presentEvents(events, query) };
      },
    }),
  ];
}
