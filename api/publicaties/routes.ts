import { findPublicatie, listPublicaties } from '../../db/publicaties.ts';
import type { PublicatieRow } from '../../db/tables.ts';
import { trekIn } from '../../db/trek-in.ts';
import { NietGevonden } from '../../domain/errors.ts';
import { versheidsregel } from '../../domain/publicaties/versheid.ts';
import type { Rol } from '../../domain/rollen.ts';
import type { ApiDeps } from '../deps.ts';
import type { Identity } from '../identity.ts';
import { oneMore } from '../page.ts';
import { route, type Route } from '../route.ts';
import { presentPublicatie, presentPublicaties } from './presenter.ts';
import { publicatieParams, publicatieSchema, publicatiesQuery, publicatiesSchema } from './schema.ts';
import { startOpruiming } from './start-opruiming.ts';

const intrekken: readonly Rol[] = ['aanleveraar', 'beheerder'];
const lezen: readonly Rol[] = [...intrekken, 'auditor'];
const tag = 'Publicaties';

export function publicatiesRoutes(deps: ApiDeps): Route[] {
  const { db, clock } = deps;
  const regel = versheidsregel(deps.config);

  async function vind({ oin }: Identity, id: string): Promise<PublicatieRow> {
    const row = await findPublicatie(db, oin, id);
    if (!row) throw new NietGevonden('Deze publicatie bestaat niet.');
    return row;
  }

  return [
    route({
      method: 'get',
      path: '/publicaties',
      operationId: 'lijstPublicaties',
      tag,
      summary: 'Wat de gemeente heeft gepubliceerd, nieuwste eerst',
      rollen: lezen,
      query: publicatiesQuery,
      responses: { 200: { description: 'De publicaties', schema: publicatiesSchema } },
      handle: async ({ identity, query }) => {
        const rows = await listPublicaties(db, identity.oin, oneMore(query));
        return { status: 200, body: presentPublicaties(rows, query, { regel, nu: clock() }) };
      },
    }),

    route({
      method: 'get',
      path: '/publicaties/{publicatieId}',
      operationId: 'toonPublicatie',
      tag,
      summary: 'Eén publicatie',
      rollen: lezen,
      params: publicatieParams,
      responses: { 200: { description: 'De publicatie', schema: publicatieSchema } },
      handle: async ({ identity, params }) => {
        const row = await vind(identity, params.publicatieId);
        return { status: 200, body: presentPublicatie(row, { regel, nu: clock() }) };
      },
    }),

    route({
      method: 'delete',
      path: '/publicaties/{publicatieId}',
      operationId: 'trekPublicatieIn',
      tag,
      summary: 'Een publicatie intrekken',
      description:
        'VUM vindt de records niet meer; kort daarna worden ze verwijderd. Een publicatie die niet meer actief is, blijft zoals zij is.',
      rollen: intrekken,
      params: publicatieParams,
      responses: { 204: { description: 'De publicatie is niet meer te vinden' } },
      handle: async ({ identity, params, correlatieId }) => {
        const publicatie = await vind(identity, params.publicatieId);
        const nu = clock().toISOString();
        await trekIn(db, { publicatie, actor: identity.subject, correlatieId, nu });
        await startOpruiming(deps, publicatie);
        return { status: 204 };
      },
    }),
  ];
}
