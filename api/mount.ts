import Router, { type RouterMiddleware } from '@koa/router';
import type { Context } from 'koa';
import { Type } from 'typebox';
import { MethodeNietMogelijk, OngeldigVerzoek, type Verzoekfout } from '../domain/errors.ts';
import type { Identity, VerifyToken } from './identity.ts';
import { authenticate, demandRole } from './middleware/authenticate.ts';
import { jsonBody } from './middleware/json-body.ts';
import type { Response, Route } from './route.ts';
import { checkBody, checkTexts } from './validate.ts';

/** Serves the routes below `/v1`: authenticate, read the body, check everything, handle, answer. */
export function mountRoutes(routes: readonly Route[], verifyToken: VerifyToken): RouterMiddleware {
  // One resource, one address (NL API Design Rules: no slash at the end).
  const router = new Router({ prefix: '/v1', strict: true, sensitive: true });
  for (const route of routes) {
    const steps: RouterMiddleware[] = [identify(route, verifyToken), serve(route)];
    // Whoever is not known, or may not ask this, has nothing read of what he sends.
    if (route.body) steps.splice(1, 0, jsonBody());
    router.register(route.path.replace(/\{(\w+)\}/g, ':$1'), [route.method], steps);
  }
  return otherMethods(router.routes());
}

/** Says of an address that exists which methods it has; of any other it says nothing. */
function otherMethods(routes: RouterMiddleware): RouterMiddleware {
  return async (ctx, next) => {
    await routes(ctx, async () => {
      const methods = [...new Set(ctx.matched?.flatMap((layer) => layer.methods))];
      if (methods.length > 0) {
        ctx.set('Allow', methods.join(', '));
        throw new MethodeNietMogelijk(methods);
      }
      await next();
    });
  };
}

function identify(route: Route, verifyToken: VerifyToken): RouterMiddleware {
  return async (ctx, next) => {
    ctx.state['route'] = `/v1${route.path}`;
    const identity = await authenticate(ctx, verifyToken);
    ctx.state['identity'] = identity;
    // For the log, of whoever may not ask this too.
    ctx.state['oin'] = identity.oin;
    demandRole(identity, route.rollen);
    await next();
  };
}

function serve(route: Route): RouterMiddleware {
  return async (ctx) => {
    const { identity, correlatieId } = ctx.state as { identity: Identity; correlatieId: string };
    const checked = checkRequest(route, ctx);
    send(ctx, await route.handle({ ...checked, identity, correlatieId, ctx }));
  };
}

const geenQuery = Type.Object({}, { additionalProperties: false });

function checkRequest(route: Route, ctx: Context & { params: Record<string, string> }) {
  const fouten: Verzoekfout[] = [];
  const params = route.params ? checkTexts(route.params, ctx.params, 'path', fouten) : {};
  const query = checkTexts(route.query ?? geenQuery, ctx.query, 'query', fouten);
  const body: unknown = route.body ? ctx.request.body : undefined;
  if (route.body) checkBody(route.body, body, fouten);
  if (route.check) fouten.push(...route.check(ctx));
  if (fouten.length > 0) throw new OngeldigVerzoek('Het verzoek bevat fouten; zie errors.', fouten);
  return { params: params as Record<string, unknown>, query: query as Record<string, unknown>, body };
}

function send(ctx: Context, response: Response): void {
  ctx.status = response.status;
  ctx.set({ ...response.headers });
  if (response.body !== undefined) ctx.body = response.body;
}
