import type { Context } from 'koa';
import { lijstDetailvragen } from '../../db/detailvragen.ts';
import type { Verzoekfout } from '../../domain/errors.ts';
import type { Rol } from '../../domain/rollen.ts';
import { oneMore } from '../page.ts';
import { controleerReden } from '../reden.ts';
import { route, type Route } from '../route.ts';
import { vumProblems } from '../verwerking/vum-problems.ts';
import { eigenZoekvraag } from '../zoekvragen/routes.ts';
import { zoekvraagParams } from '../zoekvragen/schema.ts';
import { presentDetail, presentDetailvragen } from './presenter.ts';
import {
  detailSchema,
  detailvragenQuery,
  detailvragenSchema,
  kortsteReden,
  nieuweDetailvraag,
} from './schema.ts';
import { requestIdVan, vraagEnWacht, type VraagDeps } from './vraag-detail.ts';

const tag = 'Detailvragen';
const rollen: readonly Rol[] = ['bemiddelaar', 'beheerder'];
const path = '/zoekvragen/{zoekvraagId}/detailvragen';
const params = zoekvraagParams;

export function detailvragenRoutes(deps: VraagDeps): Route[] {
  return [
    route({
      method: 'post',
      path,
      operationId: 'vraagDetail',
      tag,
      summary: 'Een detail van een match opvragen',
      description:
        'Hoogstens tien per zoekvraag. UM haalt het detail op bij de bron en bewaart het niet. Komt er geen antwoord, dan telt de vraag niet mee. Dezelfde vraag met dezelfde Idempotency-Key telt eenmaal; het detail wordt dan opnieuw bij de bron opgehaald, hoogstens driemaal.',
      rollen,
      params,
      body: nieuweDetailvraag,
      requestHeaders: {
        'Idempotency-Key':
          'Door de vrager gekozen kenmerk van 8 tot 64 zichtbare tekens, waarmee een herhaald verzoek als herhaling wordt herkend',
      },
      check: controleer,
      responses: { 201: { description: 'Het detail', schema: detailSchema } },
      weigert: [
        'match-onbekend',
        'zoekvraag-niet-beantwoord',
        'detailvraag-loopt',
        'zoekvraag-verlopen',
        'sleutel-hergebruikt',
        'detail-quotum',
        'detail-herhaald',
        'detail-niet-opgehaald',
        'te-druk',
        ...vumProblems,
      ],
      handle: async ({ params: { zoekvraagId }, body, identity, correlatieId, ctx }) => {
        const zoekvraag = await eigenZoekvraag(deps.db, identity.oin, zoekvraagId);
        const requestId = requestIdVan(zoekvraagId, identity.subject, idempotencyKey(ctx));
        const { vumID, reden } = body;
        const detail = await vraagEnWacht(deps, {
          zoekvraag,
          vumID,
          reden,
          requestId,
          door: identity.subject,
          correlatieId,
          vertrek: vertrekVan(ctx),
        });
        const nu = await eigenZoekvraag(deps.db, identity.oin, zoekvraagId);
        return { status: 201, body: presentDetail(nu, { requestId, vumID }, detail) };
      },
    }),
    route({
      method: 'get',
      path,
      operationId: 'lijstDetailvragen',
      tag,
      summary: 'Welke details zijn gevraagd, door wie en waarom',
      rollen,
      params,
      query: detailvragenQuery,
      responses: { 200: { description: 'De detailvragen, oudste eerst', schema: detailvragenSchema } },
      handle: async ({ params: { zoekvraagId }, identity: { oin }, query }) => {
        await eigenZoekvraag(deps.db, oin, zoekvraagId);
        const rows = await lijstDetailvragen(deps.db, { oin, zoekvraagId, ...oneMore(query) });
        return { status: 200, body: presentDetailvragen(zoekvraagId, rows, query) };
      },
    }),
  ];
}

/** The header, and the reason. */
function controleer(ctx: Context): Verzoekfout[] {
  const fouten: Verzoekfout[] = [];
  const sleutel = idempotencyKey(ctx);
  if (sleutel !== undefined && !/^[\x21-\x7e]{8,64}$/.test(sleutel)) {
    fouten.push({ in: 'header', pad: 'Idempotency-Key', melding: 'moet 8 tot 64 zichtbare tekens hebben' });
  }
  return [...fouten, ...controleerReden(ctx, kortsteReden)];
}

function idempotencyKey(ctx: Context): string | undefined {
  return ctx.get('Idempotency-Key') || undefined;
}

/** Fires when the connection closes before there is an answer. */
function vertrekVan(ctx: Context): AbortSignal {
  const vertrek = new AbortController();
  ctx.res.once('close', () => vertrek.abort());
  if (ctx.req.destroyed && !ctx.req.complete) vertrek.abort();
  return vertrek.signal;
}
