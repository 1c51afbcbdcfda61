import type { Context } from 'koa';
import { findAanlevering } from '../../db/aanleveringen.ts';
import { findMapping, findMappingVan, listMappingen, type MappingSleutel } from '../../db/mappingen.ts';
import { NietGevonden, OngeldigVerzoek } from '../../domain/errors.ts';
import { controleerMapping } from '../../domain/mapping/controleer-mapping.ts';
import { alsVoorstel, type GebruikteMapping } from '../../domain/mapping/gebruikte-mapping.ts';
import type { Mapping } from '../../domain/mapping/mapping.ts';
import { SONAR } from '../../domain/mapping/sonar.ts';
import { stelVoor } from '../../domain/mapping/voorstel.ts';
import type { Rol } from '../../domain/rollen.ts';
import { soorten } from '../../domain/soorten/soorten.ts';
import { bevatBsn } from '../../domain/validatie/bsn.ts';
import { aanleveringParams } from '../aanleveringen/schema.ts';
import type { ApiDeps } from '../deps.ts';
import { route, type Route } from '../route.ts';
import { bewaarMapping, verwijderMapping, type Voorwaarden } from './bewaar-mapping.ts';
import { adresVan, etagVan, presentGebruikt, presentMapping, presentMappingen } from './presenter.ts';
import {
  mappingAntwoord,
  mappingBody,
  mappingenAntwoord,
  mappingenQuery,
  mappingParams,
  voorstelAntwoord,
  voorstelVraag,
} from './schema.ts';

const rollen: readonly Rol[] = ['aanleveraar', 'beheerder'];
const lezen: readonly Rol[] = [...rollen, 'auditor'];
const tag = 'Mappingen';
const etag = { ETag: 'Versie van de mapping' };
const requestHeaders = {
  'If-Match': 'De versie (ETag) die u wijzigt; is er een andere, dan gebeurt er niets (412)',
};

export function mappingenRoutes({ db, clock }: ApiDeps): Route[] {
  const wijziging = (actor: string, correlatieId: string) => ({
    actor,
    correlatieId,
    nu: clock().toISOString(),
  });

  return [
    route({
      method: 'get',
      path: '/mappingen',
      operationId: 'lijstMappingen',
      tag,
      summary: 'De mappingen van de gemeente',
      rollen: lezen,
      query: mappingenQuery,
      responses: { 200: { description: 'De mappingen, op soort en naam', schema: mappingenAntwoord } },
      handle: async ({ identity, query }) => ({
        status: 200,
        body: presentMappingen(await listMappingen(db, identity.oin, query.soort)),
      }),
    }),

    route({
      method: 'get',
      path: '/mappingen/{soort}/{naam}',
      operationId: 'toonMapping',
      tag,
      summary: 'Eén mapping',
      rollen: lezen,
      params: mappingParams,
      responses: { 200: { description: 'De mapping', schema: mappingAntwoord, headers: etag } },
      handle: async ({ identity, params }) => {
        const row = await findMapping(db, { oin: identity.oin, ...params });
        if (!row) throw new NietGevonden('Deze mapping bestaat niet.');
        return { status: 200, headers: { ETag: etagVan(row) }, body: presentMapping(row) };
      },
    }),

    route({
      method: 'put',
      path: '/mappingen/{soort}/{naam}',
      operationId: 'bewaarMapping',
      tag,
      summary: 'Een mapping maken of vervangen',
      description:
        'Zegt bij welk veld elke kolom van uw bestanden hoort. Een volgende aanlevering met deze kolommen wordt er vanzelf mee gelezen. Het voorstel bij een aanlevering (GET /v1/aanleveringen/{aanleveringId}/mapping) heeft deze vorm.',
      rollen,
      params: mappingParams,
      body: mappingBody,
      requestHeaders: { ...requestHeaders, 'If-None-Match': '* om alleen een nieuwe te maken' },
      responses: {
        200: { description: 'Vervangen', schema: mappingAntwoord, headers: etag },
        201: { description: 'Gemaakt', schema: mappingAntwoord, headers: { ...etag, Location: 'Adres' } },
      },
      weigert: ['mapping-veranderd', 'te-veel-mappingen'],
      handle: async ({ identity, params, body, correlatieId, ctx }) => {
        const { oin, subject } = identity;
        const sleutel = { oin, ...params };
        const mapping = alleenMapping(body);
        keur(sleutel, mapping);
        const { row, isNieuw } = await bewaarMapping(
          db,
          sleutel,
          JSON.stringify(mapping),
          voorwaarden(ctx),
          wijziging(subject, correlatieId),
        );
        const headers = { ETag: etagVan(row), ...(isNieuw ? { Location: adresVan(row) } : {}) };
        return { status: isNieuw ? 201 : 200, headers, body: presentMapping(row) };
      },
    }),

    route({
      method: 'delete',
      path: '/mappingen/{soort}/{naam}',
      operationId: 'verwijderMapping',
      tag,
      summary: 'Een mapping verwijderen',
      description: 'Wat ermee is aangeleverd, blijft zoals het is.',
      rollen,
      params: mappingParams,
      requestHeaders,
      responses: { 204: { description: 'De mapping is weg' } },
      weigert: ['mapping-veranderd'],
      handle: async ({ identity, params, correlatieId, ctx }) => {
        const { oin, subject } = identity;
        await verwijderMapping(db, { oin, ...params }, voorwaarden(ctx), wijziging(subject, correlatieId));
        return { status: 204 };
      },
    }),

    route({
      method: 'post',
      path: '/mapping-voorstellen',
      operationId: 'stelMappingVoor',
      tag,
      summary: 'Vragen wat UM van kolomnamen maakt, zonder iets aan te leveren',
      rollen,
      body: voorstelVraag,
      responses: { 200: { description: 'Het voorstel; er wordt niets bewaard', schema: voorstelAntwoord } },
      handle: ({ body }) => {
        const koppen = body.kolommen.map((kop) => (kop.trim() === '' ? undefined : kop));
        const koprij = { bladnaam: '', rij: 1, koppen, steekproef: [] };
        const voorstel = stelVoor(soorten[body.soort], koprij);
        return Promise.resolve({ status: 200, body: presentGebruikt(alsVoorstel(voorstel)) });
      },
    }),

    route({
      method: 'get',
      path: '/aanleveringen/{aanleveringId}/mapping',
      operationId: 'toonMappingVanAanlevering',
      tag,
      summary: 'Hoe de kolommen van een aangeleverd bestand zijn gelezen, of een voorstel daarvoor',
      description:
        'In de vorm die met PUT /v1/mappingen/{soort}/{naam} bewaard kan worden. Bevat kolomnamen en regels, geen gegevens uit het bestand. Er is er geen (404) bij JSON, bij een sjabloon, en als UM geen kolomnamen vond.',
      rollen: lezen,
      params: aanleveringParams,
      responses: { 200: { description: 'De mapping', schema: voorstelAntwoord } },
      handle: async ({ identity, params }) => {
        const aanlevering = await findAanlevering(db, identity.oin, params.aanleveringId);
        if (!aanlevering) throw new NietGevonden('Deze aanlevering bestaat niet.');
        const inhoud = await findMappingVan(db, aanlevering.id);
        if (inhoud === undefined) throw new NietGevonden('Bij deze aanlevering hoort geen mapping.');
        return { status: 200, body: presentGebruikt(JSON.parse(inhoud) as GebruikteMapping) };
      },
    }),
  ];
}

/** What UM added for who reads it is not saved. */
const alleenMapping = ({ soort, id, toestemming, mutatie, kolommen, vasteWaarden }: Mapping): Mapping => ({
  soort,
  id,
  ...(toestemming && { toestemming }),
  ...(mutatie && { mutatie }),
  kolommen,
  ...(vasteWaarden && { vasteWaarden }),
});

function keur({ soort, naam }: Pick<MappingSleutel, 'soort' | 'naam'>, mapping: Mapping): void {
  const fouten = controleerMapping(soorten[soort], mapping);
  if (mapping.soort !== soort)
    fouten.push({ in: 'body', pad: '/soort', melding: `moet ${soort} zijn, zoals in het adres` });
  if (bevatBsn(naam))
    fouten.push({
      in: 'path',
      pad: 'naam',
      melding: 'kan een burgerservicenummer zijn; kies een andere naam',
    });
  if (naam === SONAR)
    fouten.push({ in: 'path', pad: 'naam', melding: 'is de naam van een ingebouwde mapping' });
  if (fouten.length > 0) throw new OngeldigVerzoek('De mapping bevat fouten; zie errors.', fouten);
}

const voorwaarden = (ctx: Context): Voorwaarden => ({
  ...(ctx.get('If-Match') !== '' && { alleen: ctx.get('If-Match').replace(/^W\//, '') }),
  nieuw: ctx.get('If-None-Match').trim() === '*',
});
