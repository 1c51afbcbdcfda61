import type { Middleware } from 'koa';
import { describeApi } from '../openapi.ts';
import type { Route } from '../route.ts';

/** `GET /v1/openapi.json`, for everybody, from any site (NL API Design Rules). */
export function publicDescription(routes: readonly Route[], publicUrl: string): Middleware {
  const description = JSON.stringify(describeApi(routes, publicUrl));
  return async (ctx, next) => {
    if (!['GET', 'HEAD'].includes(ctx.method) || ctx.path !== '/v1/openapi.json') {
      await next();
      return;
    }
    ctx.set('Access-Control-Allow-Origin', '*');
    ctx.type = 'application/json';
    ctx.body = description;
  };
}
