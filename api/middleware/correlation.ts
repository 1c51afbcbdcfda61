import type { Middleware } from 'koa';
import { correlatieHeader, correlatieIdVan } from '../correlatie-id.ts';

/** Gives every request its correlation id, and tells it to the caller. */
export const correlation: Middleware = async (ctx, next) => {
  const correlatieId = correlatieIdVan(ctx.req);
  ctx.state['correlatieId'] = correlatieId;
  ctx.set(correlatieHeader, correlatieId);
  await next();
};
