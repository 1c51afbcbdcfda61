import { aanleveringenRoutes } from './aanleveringen/routes.ts';
import { foutenbestandRoutes } from './aanleveringen/foutenbestand-routes.ts';
import type { ApiDeps } from './deps.ts';
import { detailvragenRoutes } from './detailvragen/routes.ts';
import { gebeurtenissenRoutes } from './gebeurtenissen/routes.ts';
import { publicatiesRoutes } from './publicaties/routes.ts';
import { mappingenRoutes } from './mappingen/routes.ts';
import type { Route } from './route.ts';
import { sjablonenRoutes } from './sjablonen/routes.ts';
import { zoekvragenRoutes } from './zoekvragen/routes.ts';

/** Every operation of the municipal API, a folder a resource. */
export function allRoutes(deps: ApiDeps): readonly Route[] {
  return [
    ...sjablonenRoutes(),
    ...aanleveringenRoutes(deps),
    ...mappingenRoutes(deps),
    ...foutenbestandRoutes(deps),
    ...publicatiesRoutes(deps),
    ...zoekvragenRoutes(deps),
    ...detailvragenRoutes(deps),
    ...gebeurtenissenRoutes(deps),
  ];
}
