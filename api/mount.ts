import Router, { type RouterMiddleware } from '@koa/router';
import { bodyParser } from '@koa/bodyparser';
import type { Context } from 'koa';
import { OngeldigVerzoek, type Verzoekfout } from '../domain/errors.ts';
import type { VerifyToken } from './identity.ts';
import { authenticate } from './middleware/authenticate.ts';
import type { Response, Route } from './route.ts';
import { checkBody, checkTexts } from './validate.ts';

/** The largest JSON body of a request, in bytes; uploads have a limit of their own. */
const jsonLimit = '256kb';

/** Serves the routes below `/v1`: authenticate, check everything, handle, answer. */
export function mountRoutes(routes: readonly Route[], verifyToken: VerifyToken): RouterMiddleware {
  const router = new Router({ prefix: '/v1' });
  const parseJson = bodyParser({
    enableTypes: ['json'],
    jsonLimit,
    onError: () => {
      throw new OngeldigVerzoek(`De inhoud is geen geldige JSON, of groter dan ${jsonLimit}.`);
    },
  });
  for (const route of routes) {
    const steps: RouterMiddleware[] = [serve(route, verifyToken)];
    if (route.body) steps.unshift(parseJson);
    router.register(route.path.replace(/\{(\w+)\}/g, ':$1'), [route.method], steps);
  }
  return router.routes();
}

function serve(route: Route, verifyToken: VerifyToken): RouterMiddleware {
  return async (ctx) => {
    ctx.state['route'] = `/v1${route.path}`;
    const identity = await authenticate(ctx, verifyToken, route.rollen);
    ctx.state['oin'] = identity.oin;
    const checked = checkRequest(route, ctx);
    const correlatieId = ctx.state['correlatieId'] as string;
    send(ctx, await route.handle({ ...checked, identity, correlatieId, ctx }));
  };
}

function checkRequest(route: Route, ctx: Context & { params: Record<string, string> }) {
  const fouten: Verzoekfout[] = [];
  const params = route.params ? checkTexts(route.params, ctx.params, 'path', fouten) : {};
  const query = route.query ? checkTexts(route.query, ctx.query, 'query', fouten) : {};
  const body: unknown = route.body ? ctx.request.body : undefined;
  if (route.body) checkBody(route.body, body, fouten);
  if (fouten.length > 0) throw new OngeldigVerzoek('Het verzoek bevat fouten; zie errors.', fouten);
  return { params: params as Record<string, unknown>, query: query as Record<string, unknown>, body };
}

function send(ctx: Context, response: Response): void {
  ctx.status = response.status;
  ctx.set({ ...response.headers });
  if (response.body !== undefined) ctx.body = response.body;
}
