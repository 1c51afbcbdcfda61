import Type from 'typebox';
import { soortNamen, type SoortNaam } from '../../domain/soorten/soort-naam.ts';
import { soorten } from '../../domain/soorten/soorten.ts';
import { route, type Route } from '../route.ts';
import { bewaarSjablonen } from './bewaar-sjablonen.ts';

/** The name of the file is one part of the path: the design rules know no parameter with an ending behind it. */
const bestanden = soortNamen.map((naam) => `${naam}.xlsx` as const);

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function sjablonenRoutes(): Route[] {
  const sjabloonVan = bewaarSjablonen();
  return [
    route({
      method: 'get',
      path: '/sjablonen/{bestand}',
      operationId: 'haalSjabloon',
      tag: 'Sjablonen',
      summary: 'Een leeg Excel-bestand om aan te leveren, met keuzelijsten en uitleg',
      description:
        'Een blad met uitleg, een blad met één rij per record en een blad voor elk onderdeel dat vaker voorkomt, verbonden door het ID. Een rij met VOORBEELD als ID wordt niet ingelezen.',
      rollen: ['aanleveraar', 'beheerder'],
      params: Type.Object({ bestand: Type.Enum(bestanden, { description: 'De soort, met .xlsx erachter' }) }),
      responses: {
        200: {
          description: 'Het sjabloon',
          mediaType: XLSX,
          schema: Type.String({ format: 'binary' }),
          headers: { 'Content-Disposition': 'De naam om het bestand onder te bewaren' },
        },
      },
      handle: async ({ params }) => {
        const soort = soorten[params.bestand.slice(0, -'.xlsx'.length) as SoortNaam];
        const filename = `sjabloon-${soort.meervoud}.xlsx`;
        return {
          status: 200,
          headers: { 'Content-Type': XLSX, 'Content-Disposition': `attachment; filename="${filename}"` },
          body: await sjabloonVan(soort),
        };
      },
    }),
  ];
}
