import { beeindigZoekvraag, lijstMatches } from '../../db/matches.ts';
import type { ZoekvraagRow } from '../../db/tables.ts';
import { lijstZoekvragen, vindZoekvraag } from '../../db/zoekvragen.ts';
import { NietGevonden } from '../../domain/errors.ts';
import type { Rol } from '../../domain/rollen.ts';
import { zoekvraag as zoekvraagProces } from '../../workflows/contract.ts';
import type { ApiDeps } from '../deps.ts';
import { oneMore } from '../page.ts';
import { route, type Route } from '../route.ts';
import { vumProblems } from '../verwerking/vum-problems.ts';
import { adresVan, presentMatches, presentZoekvraag, presentZoekvragen } from './presenter.ts';
import {
  matchesQuery,
  matchesSchema,
  nieuweZoekvraag,
  zoekvraagParams,
  zoekvraagSchema,
  zoekvragenQuery,
  zoekvragenSchema,
} from './schema.ts';
import { stelEnWacht, type StelDeps } from './stel-zoekvraag.ts';
import { gewensteWachttijd } from './wachttijd.ts';

const tag = 'Zoekvragen';
const rollen: readonly Rol[] = ['bemiddelaar', 'beheerder'];
const params = zoekvraagParams;

export function zoekvragenRoutes(deps: StelDeps & Pick<ApiDeps, 'logger'>): Route[] {
  const { db, clock } = deps;
  const nu = () => clock().toISOString();

  return [
    route({
      method: 'post',
      path: '/zoekvragen',
      operationId: 'stelZoekvraag',
      tag,
      summary: 'Een zoekvraag stellen',
      description:
        'UM vraagt VUM en bewaart de matches tot zij verlopen. Dezelfde vraag wordt tot die tijd beantwoord uit wat bewaard is (200). Duurt het antwoord langer dan de wachttijd, dan volgt 202 en is de zoekvraag op te vragen via Location.',
      rollen,
      body: nieuweZoekvraag,
      requestHeaders: { Prefer: 'wait=N: wacht hoogstens N seconden (0 tot 60); respond-async: wacht niet' },
      responses: {
        200: { description: 'Deze vraag was al beantwoord', schema: zoekvraagSchema },
        201: {
          description: 'Beantwoord',
          schema: zoekvraagSchema,
          headers: { Location: 'Adres van de zoekvraag' },
        },
        202: {
          description: 'VUM heeft nog niet geantwoord',
          schema: zoekvraagSchema,
          headers: { Location: 'Adres van de zoekvraag' },
        },
      },
      weigert: vumProblems,
      handle: async ({ body, identity, correlatieId, ctx }) => {
        const { row, nieuw } = await stelEnWacht(deps, {
          oin: identity.oin,
          door: identity.subject,
          correlatieId,
          soort: body.soort,
          vraagObject: body.vraagObject,
          vernieuwen: body.vernieuwen ?? false,
          wachtMs: gewensteWachttijd(ctx.get('Prefer')),
        });
        return {
          status: row.status === 'loopt' ? 202 : nieuw ? 201 : 200,
          headers: { Location: adresVan(row.id) },
          body: presentZoekvraag(row, nu()),
        };
      },
    }),
    route({
      method: 'get',
      path: '/zoekvragen',
      operationId: 'lijstZoekvragen',
      tag,
      summary: 'De zoekvragen van de gemeente',
      rollen,
      query: zoekvragenQuery,
      responses: { 200: { description: 'De zoekvragen, nieuwste eerst', schema: zoekvragenSchema } },
      handle: async ({ identity, query }) => {
        const rows = await lijstZoekvragen(db, identity.oin, oneMore(query));
        return { status: 200, body: presentZoekvragen(rows, query, nu()) };
      },
    }),
    route({
      method: 'get',
      path: '/zoekvragen/{zoekvraagId}',
      operationId: 'toonZoekvraag',
      tag,
      summary: 'Een zoekvraag en haar stand',
      rollen,
      params,
      responses: { 200: { description: 'De zoekvraag', schema: zoekvraagSchema } },
      handle: async ({ identity, params: { zoekvraagId } }) => {
        const row = await eigenZoekvraag(db, identity.oin, zoekvraagId);
        return { status: 200, body: presentZoekvraag(row, nu()) };
      },
    }),
    route({
      method: 'get',
      path: '/zoekvragen/{zoekvraagId}/matches',
      operationId: 'lijstMatches',
      tag,
      summary: 'De matches van een zoekvraag',
      description:
        'De matches zoals VUM ze gaf, in de volgorde van VUM: UM rangschikt niet. Is de zoekvraag verlopen of beëindigd, dan is de lijst leeg en zegt status waarom.',
      rollen,
      params,
      query: matchesQuery,
      responses: { 200: { description: 'De matches', schema: matchesSchema } },
      handle: async ({ identity, params: { zoekvraagId }, query }) => {
        const row = await eigenZoekvraag(db, identity.oin, zoekvraagId);
        const vraag = { oin: identity.oin, id: zoekvraagId, nu: nu(), ...query };
        const matches = await lijstMatches(db, vraag);
        return { status: 200, body: presentMatches(row, matches, query.limiet, vraag.nu) };
      },
    }),
    route({
      method: 'delete',
      path: '/zoekvragen/{zoekvraagId}',
      operationId: 'beeindigZoekvraag',
      tag,
      summary: 'Een zoekvraag beëindigen',
      description: 'De matches worden meteen verwijderd. Nog eens beëindigen doet niets.',
      rollen,
      params,
      responses: { 204: { description: 'Beëindigd' } },
      handle: async ({ identity, params: { zoekvraagId }, correlatieId }) => {
        const { oin, subject: actor } = identity;
        await eigenZoekvraag(db, oin, zoekvraagId);
        await beeindigZoekvraag(db, {
          ...{ oin, id: zoekvraagId, nu: nu(), status: 'beeindigd' },
          ...{ actor, correlatieId },
        });
        await beeindigProces(deps, zoekvraagId, correlatieId);
        return { status: 204 };
      },
    }),
  ];
}

/** The zoekvraag, if it is this gemeente's; another's looks the same as none. */
export async function eigenZoekvraag(
  db: ApiDeps['db'],
  oin: string,
  zoekvraagId: string,
): Promise<ZoekvraagRow> {
  const row = await vindZoekvraag(db, oin, zoekvraagId);
  if (!row) throw new NietGevonden('Deze zoekvraag bestaat niet. Controleer het id.');
  return row;
}

/** Lets the process end now. Without it the process finds, at its expiry, that nothing is left to do. */
async function beeindigProces(
  { temporal, logger }: Pick<ApiDeps, 'temporal' | 'logger'>,
  zoekvraagId: string,
  correlatieId: string,
): Promise<void> {
  const proces = temporal.workflow.getHandle(zoekvraagProces.id(zoekvraagId));
  try {
    await temporal.withDeadline(Date.now() + 2_000, () => proces.signal(zoekvraagProces.beeindig));
  } catch (err) {
    logger.info({ err, correlatieId }, 'The process of an ended zoekvraag was not told');
  }
}
