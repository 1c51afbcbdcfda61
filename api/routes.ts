import type { ApiDeps } from './deps.ts';
import { gebeurtenissenRoutes } from './gebeurtenissen/routes.ts';
import type { Route } from './route.ts';

/** Every operation of the municipal API, a folder a resource. */
export function allRoutes(deps: ApiDeps): readonly Route[] {
  return [...gebeurtenissenRoutes(deps)];
}
