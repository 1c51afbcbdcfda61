import { randomUUID } from 'node:crypto';
import type { Middleware } from 'koa';

const header = 'X-Correlation-ID';

/** Gives every request an id that follows it through logs, workflow and VUM call; a caller may bring its own. */
export const correlation: Middleware = async (ctx, next) => {
  const given = ctx.get(header);
  const correlatieId = /^[0-9A-Za-z._-]{8,64}$/.test(given) ? given : randomUUID();
  ctx.state['correlatieId'] = correlatieId;
  ctx.set(header, correlatieId);
  await next();
};
