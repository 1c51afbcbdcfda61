import Type from 'typebox';
import { vormVan } from '../../activities/foutenbestand/foutenbestand.ts';
import { findAanlevering } from '../../db/aanleveringen.ts';
import { verwijderBestand } from '../../db/bewaarde-bestanden.ts';
import type { AanleveringRow } from '../../db/tables.ts';
import { NietGevonden } from '../../domain/errors.ts';
import type { Rol } from '../../domain/rollen.ts';
import { soorten } from '../../domain/soorten/soorten.ts';
import type { ApiDeps } from '../deps.ts';
import type { Identity } from '../identity.ts';
import { route, type Route } from '../route.ts';
import { Foutenbestanden } from './maak-foutenbestand.ts';
import { aanleveringParams } from './schema.ts';

/** Who may see the file is who may deliver it: it holds all that was delivered. */
const leveren: readonly Rol[] = ['aanleveraar', 'beheerder'];
const tag = 'Aanleveringen';
const path = '/aanleveringen/{aanleveringId}/foutenbestand';

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

const loopt = 'Deze aanlevering loopt nog. Verwijder het bestand als zij is afgerond, of annuleer haar.';

export function foutenbestandRoutes(deps: ApiDeps): Route[] {
  const foutenbestanden = new Foutenbestanden(deps);

  async function vind({ oin }: Identity, id: string): Promise<AanleveringRow> {
    const row = await findAanlevering(deps.db, oin, id);
    if (!row) throw new NietGevonden('Deze aanlevering bestaat niet.');
    return row;
  }

  return [
    route({
      method: 'get',
      path,
      operationId: 'haalFoutenbestand',
      tag,
      summary: 'Het eigen bestand terug, met de fouten erin',
      description:
        'Achter elk blad met fouten staat een kolom Fouten, en de foute cellen zijn gekleurd en hebben een notitie. Een OpenDocument-bestand komt terug als Excel, een CSV-bestand als CSV (UTF-8, hetzelfde scheidingsteken), van JSON een lijst van fouten als CSV. Er is niets veranderd aan de waarden; formules zijn hun uitkomst geworden, en in CSV staat een apostrof voor wat een rekenprogramma voor een formule zou houden.',
      rollen: leveren,
      params: aanleveringParams,
      responses: {
        200: {
          description: 'Het bestand',
          mediaType: [mediaTypes.xlsx, 'text/csv'],
          schema: Type.String({ format: 'binary' }),
          headers: { 'Content-Disposition': 'De naam om het bestand onder te bewaren' },
        },
      },
      weigert: ['foutenbestand-verlopen', 'foutenbestand-te-druk'],
      handle: async ({ identity, params, correlatieId }) => {
        const row = await vind(identity, params.aanleveringId);
        const body = await foutenbestanden.maak(row, { subject: identity.subject, correlatieId });
        const vorm = vormVan(row.formaat ?? '');
        const naam = `${soorten[row.soort].meervoud}-met-fouten.${vorm}`;
        return {
          status: 200,
          headers: {
            'Content-Type': mediaTypes[vorm],
            'Content-Disposition': `attachment; filename="${naam}"`,
          },
          body,
        };
      },
    }),

    route({
      method: 'delete',
      path,
      operationId: 'verwijderFoutenbestand',
      tag,
      summary: 'Het bewaarde bestand van een aanlevering nu al verwijderen',
      description:
        'UM bewaart een bestand met fouten een korte tijd, zodat u het met de fouten erin kunt ophalen. De lijst van fouten blijft. Van JSON wordt geen bestand bewaard: de lijst komt uit de fouten zelf.',
      rollen: leveren,
      params: aanleveringParams,
      responses: { 204: { description: 'Er wordt geen bestand meer bewaard' } },
      handle: async ({ identity, params, correlatieId }) => {
        const row = await vind(identity, params.aanleveringId);
        if (row.afgerond_op === null || row.fouten_tot === null) throw new NietGevonden(loopt);
        if (row.bestand_tot !== null) {
          const nu = deps.clock().toISOString();
          const door = { actor: identity.subject, correlatieId };
          await verwijderBestand(deps.db, row, { ...door, reden: 'op verzoek', nu });
        }
        return { status: 204 };
      },
    }),
  ];
}
