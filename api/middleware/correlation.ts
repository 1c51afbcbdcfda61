import { randomUUID } from 'node:crypto';
import type { Middleware } from 'koa';
import { bevatBsn } from '../../domain/validatie/bsn.ts';

const header = 'X-Correlation-ID';

/** Gives every request an id that follows it through logs, workflow and VUM call; a caller may bring its own, that is no BSN. */
export const correlation: Middleware = async (ctx, next) => {
  const given = ctx.get(header);
  const correlatieId = /^[0-9A-Za-z._-]{8,64}$/.test(given) && !bevatBsn(given) ? given : randomUUID();
  ctx.state['correlatieId'] = correlatieId;
  ctx.set(header, correlatieId);
  await next();
};
