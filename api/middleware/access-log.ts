import type { Middleware } from 'koa';
import type { Logger } from '../../ops/logger.ts';

/** One line a request: the pattern of the route, not the address, because an address may hold an id of a person. */
export function accessLog(logger: Logger): Middleware {
  return async (ctx, next) => {
    const start = performance.now();
    await next();
    const state = ctx.state as { correlatieId: string; route?: string; oin?: string };
    logger.info(
      {
        method: ctx.method,
        route: state.route ?? 'unknown',
        status: ctx.status,
        ms: Math.round(performance.now() - start),
        oin: state.oin,
        correlatieId: state.correlatieId,
      },
      'Request',
    );
  };
}
