import Koa from 'koa';
import helmet from 'koa-helmet';
import type { ApiDeps } from './deps.ts';
import { documentation } from './documentatie/documentation.ts';
import { health, type Check } from '../ops/health.ts';
import { accessLog } from './middleware/access-log.ts';
import { correlation } from './middleware/correlation.ts';
import { problemDetails } from './middleware/problem-details.ts';
import { publicDescription } from './middleware/public-description.ts';
import { standardHeaders } from './middleware/standard-headers.ts';
import { unreadBody } from './middleware/unread-body.ts';
import { mountRoutes } from './mount.ts';
import { allRoutes } from './routes.ts';

export interface AppSettings {
  /** Where the world finds this API, without `/v1`. */
  readonly publicUrl: string;
  /** What `GET /health/ready` asks. */
  readonly checks: Readonly<Record<string, Check>>;
}

/** The municipal API below `/v1`, with its health and metrics beside it. */
export function createApp(deps: ApiDeps, { publicUrl, checks }: AppSettings): Koa {
  const routes = allRoutes(deps);
  const app = new Koa();
  // A client that hangs up halfway an answer; what went wrong in a request is logged where it is answered.
  app.on('error', (error: unknown) => deps.logger.warn({ err: error }, 'Response not sent'));
  app.use(unreadBody);
  app.use(health(checks, deps.telemetry.registry));
  app.use(correlation);
  app.use(accessLog(deps.logger, deps.telemetry));
  app.use(helmet());
  app.use(standardHeaders);
  app.use(problemDetails(deps.logger));
  app.use(publicDescription(routes, publicUrl));
  app.use(documentation);
  app.use(mountRoutes(routes, deps.verifyToken));
  return app;
}
