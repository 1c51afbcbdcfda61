import Type from 'typebox';
import { soortNamen } from '../../domain/soorten/soort-naam.ts';
import { soorten } from '../../domain/soorten/soorten.ts';
import { route, type Route } from '../route.ts';
import { bewaarSjablonen } from './bewaar-sjablonen.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function sjablonenRoutes(): Route[] {
  const sjabloonVan = bewaarSjablonen();
  return [
    route({
      method: 'get',
      path: '/sjablonen/{soort}.xlsx',
      operationId: 'haalSjabloon',
      tag: 'Sjablonen',
      summary: 'Een leeg Excel-bestand om aan te leveren, met keuzelijsten en uitleg',
      description:
        'Een blad met uitleg, een blad met één rij per record en een blad voor elk onderdeel dat vaker voorkomt, verbonden door het ID. Een rij met VOORBEELD als ID wordt niet ingelezen.',
      rollen: ['aanleveraar', 'beheerder'],
      params: Type.Object({ soort: Type.Enum([...soortNamen], { description: 'werkzoekende of vacature' }) }),
      responses: {
        200: {
          description: 'Het sjabloon',
          mediaType: XLSX,
          schema: Type.String({ format: 'binary' }),
          headers: { 'Content-Disposition': 'De naam om het bestand onder te bewaren' },
        },
      },
      handle: async ({ params }) => ({
        status: 200,
        headers: {
          'Content-Type': XLSX,
          'Content-Disposition': `attachment; filename="sjabloon-${soorten[params.soort].meervoud}.xlsx"`,
        },
        body: await sjabloonVan(soorten[params.soort]),
      }),
    }),
  ];
}
