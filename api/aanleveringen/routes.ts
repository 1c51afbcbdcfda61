import { countFouten, listFouten } from '../../db/aanlevering-fouten.ts';
import { findAanlevering, listAanleveringen } from '../../db/aanleveringen.ts';
import type { AanleveringRow } from '../../db/tables.ts';
import { AanleveringAfgerond } from '../../domain/aanleveringen/fouten.ts';
import { NietGevonden } from '../../domain/errors.ts';
import { nieuwId } from '../../domain/id.ts';
import type { Rol } from '../../domain/rollen.ts';
import type { ApiDeps } from '../deps.ts';
import type { Identity } from '../identity.ts';
import { oneMore } from '../page.ts';
import { controleerReden } from '../reden.ts';
import { route, type Route } from '../route.ts';
import { metEtag } from '../etag.ts';
import { annuleer } from './annuleer.ts';
import { besluit } from './besluit.ts';
import { besluitBody } from './besluit-schema.ts';
import { eisMapping } from './eis-mapping.ts';
import { leesIdempotencyKey } from './idempotency-key.ts';
import { leverAan } from './lever-aan.ts';
import { presenteerFouten } from './presenteer-fouten.ts';
import { adresVan, presentAanlevering, presentAanleveringen } from './presenter.ts';
import {
  aanleveringenSchema,
  aanleveringParams,
  aanleveringSchema,
  foutenQuery,
  foutenSchema,
  leverAanQuery,
  lijstQuery,
} from './schema.ts';

const leveren: readonly Rol[] = ['aanleveraar', 'beheerder'];
const lezen: readonly Rol[] = [...leveren, 'auditor'];
const tag = 'Aanleveringen';

export function aanleveringenRoutes(deps: ApiDeps): Route[] {
  const { db, clock } = deps;

  async function vind({ oin }: Identity, id: string): Promise<AanleveringRow> {
    const row = await findAanlevering(db, oin, id);
    if (!row) throw new NietGevonden('Deze aanlevering bestaat niet.');
    return row;
  }

  return [
    route({
      method: 'post',
      path: '/aanleveringen',
      operationId: 'leverAan',
      tag,
      summary: 'Een bestand aanleveren',
      description:
        'Het bestand is de inhoud van het verzoek, of het ene bestand in een multipart-inhoud. UM herkent het formaat aan de inhoud, controleert elk record, vergelijkt met wat VUM nu vindt, wacht zo nodig op goedkeuring, en vervangt daarna in één keer de eerdere publicatie van deze soort. Het bestand zelf wordt na de verwerking verwijderd; een tabel met fouten iets later, zodat u hem met de fouten erin kunt ophalen.',
      rollen: leveren,
      query: leverAanQuery,
      upload: {
        mediaTypes: [
          'application/json',
          'application/x-ndjson',
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          'application/vnd.oasis.opendocument.spreadsheet',
          'text/csv',
          'application/octet-stream',
          'multipart/form-data',
        ],
        description:
          'Een JSON-lijst van records, of één record per regel (NDJSON), in UTF-8; of het ingevulde sjabloon (GET /v1/sjablonen/{soort}.xlsx) als Excel (.xlsx), OpenDocument (.ods) of CSV; of een tabel met eigen kolommen in een van die drie (zie Mappingen).',
      },
      requestHeaders: {
        'Idempotency-Key':
          'Met dezelfde sleutel is een herhaling geen tweede aanlevering. Zolang de eerste binnenkomt is het antwoord 409; is daar een minuut niets van binnengekomen, dan neemt de herhaling de plaats ervan in.',
      },
      responses: {
        202: {
          description: 'Ontvangen; de verwerking is gestart',
          schema: aanleveringSchema,
          headers: { Location: 'Adres van de aanlevering' },
        },
      },
      weigert: [
        'upload-afgebroken',
        'bestand-te-groot',
        'upload-vorm-onbekend',
        'idempotency-key-in-gebruik',
        'sleutel-hergebruikt',
        'verwerking-niet-beschikbaar',
      ],
      handle: async ({ query, identity, correlatieId, ctx }) => {
        const now = clock();
        const mapping = query.mapping ?? null;
        if (mapping !== null) await eisMapping(db, identity.oin, query.soort, mapping);
        const row = await leverAan(deps, ctx, {
          id: nieuwId(now),
          oin: identity.oin,
          soort: query.soort,
          fouten_modus: query.fouten,
          modus: query.modus,
          goedkeuring: query.goedkeuring,
          aangeleverd_door: identity.subject,
          aangeleverd_op: now.toISOString(),
          correlatie_id: correlatieId,
          idempotentie_sleutel: leesIdempotencyKey(ctx),
          mapping,
        });
        return { status: 202, headers: { Location: adresVan(row.id) }, body: presentAanlevering(row) };
      },
    }),

    route({
      method: 'get',
      path: '/aanleveringen',
      operationId: 'lijstAanleveringen',
      tag,
      summary: 'De aanleveringen van de gemeente, nieuwste eerst',
      rollen: lezen,
      query: lijstQuery,
      responses: { 200: { description: 'De aanleveringen', schema: aanleveringenSchema } },
      handle: async ({ identity, query }) => {
        const rows = await listAanleveringen(db, identity.oin, oneMore(query));
        return { status: 200, body: presentAanleveringen(rows, query) };
      },
    }),

    route({
      method: 'get',
      path: '/aanleveringen/{aanleveringId}',
      operationId: 'toonAanlevering',
      tag,
      summary: 'Eén aanlevering: status, voortgang en uitkomst',
      rollen: lezen,
      params: aanleveringParams,
      requestHeaders: { 'If-None-Match': 'De ETag van een eerder antwoord: ongewijzigd is 304' },
      responses: {
        200: {
          description: 'De aanlevering',
          schema: aanleveringSchema,
          headers: { ETag: 'Verandert als de aanlevering verandert' },
        },
        304: { description: 'Niet veranderd sinds het antwoord met deze ETag' },
      },
      handle: async ({ identity, params, ctx }) => {
        const row = await vind(identity, params.aanleveringId);
        return metEtag(ctx, presentAanlevering(row));
      },
    }),

    route({
      method: 'get',
      path: '/aanleveringen/{aanleveringId}/fouten',
      operationId: 'lijstFouten',
      tag,
      summary: 'De fouten en waarschuwingen in een aangeleverd bestand, per regel',
      rollen: lezen,
      params: aanleveringParams,
      query: foutenQuery,
      responses: { 200: { description: 'De fouten, in de volgorde van het bestand', schema: foutenSchema } },
      handle: async ({ identity, params, query }) => {
        const row = await vind(identity, params.aanleveringId);
        const aantallen = await countFouten(db, row.id);
        const nu = clock().toISOString();
        const fouten = await listFouten(db, row.id, nu, oneMore(query));
        return { status: 200, body: presenteerFouten(row, nu, aantallen, fouten, query) };
      },
    }),

    route({
      method: 'post',
      path: '/aanleveringen/{aanleveringId}/annulering',
      operationId: 'annuleerAanlevering',
      tag,
      summary: 'Een aanlevering die nog loopt, annuleren',
      description: 'Er wordt niets gepubliceerd; wat al gepubliceerd was, blijft.',
      rollen: leveren,
      params: aanleveringParams,
      responses: { 202: { description: 'De annulering is doorgegeven', schema: aanleveringSchema } },
      weigert: ['aanlevering-afgerond'],
      handle: async ({ identity, params, correlatieId }) => {
        const row = await vind(identity, params.aanleveringId);
        if (row.afgerond_op !== null) throw new AanleveringAfgerond();
        await annuleer(deps, row, { actor: identity.subject, correlatieId });
        return { status: 202, body: presentAanlevering(await vind(identity, row.id)) };
      },
    }),

    route({
      method: 'put',
      path: '/aanleveringen/{aanleveringId}/besluit',
      operationId: 'besluitOverAanlevering',
      tag,
      summary: 'Een aanlevering die op goedkeuring wacht, goedkeuren of afwijzen',
      description:
        'Het voorbeeld in de aanlevering zegt wat publicatie verandert. Besluiten kan één keer, voor het tijdstip in goedkeurenVoor. Hetzelfde besluit van dezelfde persoon nog eens verandert niets.',
      rollen: leveren,
      params: aanleveringParams,
      body: besluitBody,
      check: (ctx) => controleerReden(ctx, 1),
      responses: { 200: { description: 'Het besluit is genomen', schema: aanleveringSchema } },
      weigert: ['geen-besluit-mogelijk'],
      handle: async ({ identity, params, body, correlatieId }) => {
        const row = await vind(identity, params.aanleveringId);
        await besluit(deps, row, { ...body, door: identity.subject, correlatieId });
        return { status: 200, body: presentAanlevering(await vind(identity, row.id)) };
      },
    }),
  ];
}
