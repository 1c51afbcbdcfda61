import type { Middleware } from 'koa';
import { apiVersion } from '../version.ts';

/** What every response carries: the full version (NL API Design Rules), and that nobody may keep it. */
export const standardHeaders: Middleware = async (ctx, next) => {
  ctx.set({ 'API-Version': apiVersion, 'Cache-Control': 'no-store' });
  await next();
};
