import Koa from 'koa';
import helmet from 'koa-helmet';
import type { ApiDeps } from './deps.ts';
import { accessLog } from './middleware/access-log.ts';
import { correlation } from './middleware/correlation.ts';
import { problemDetails } from './middleware/problem-details.ts';
import { mountRoutes } from './mount.ts';
import { describeApi } from './openapi.ts';
import { allRoutes } from './routes.ts';
import { apiVersion } from './version.ts';

/** The municipal API: everything below `/v1`. */
export function createApp(deps: ApiDeps, publicUrl: string): Koa {
  const routes = allRoutes(deps);
  const description = JSON.stringify(describeApi(routes, publicUrl));
  const app = new Koa();
  app.use(correlation);
  app.use(accessLog(deps.logger));
  app.use(helmet());
  app.use(async (ctx, next) => {
    ctx.set({ 'API-Version': apiVersion, 'Cache-Control': 'no-store' });
    await next();
  });
  app.use(problemDetails(deps.logger));
  app.use(async (ctx, next) => {
    if (ctx.method !== 'GET' || ctx.path !== '/v1/openapi.json') {
      await next();
      return;
    }
    ctx.set('Access-Control-Allow-Origin', '*');
    ctx.type = 'application/json';
    ctx.body = description;
  });
  app.use(mountRoutes(routes, deps.verifyToken));
  return app;
}
