import type { Middleware } from 'koa';
import type { Logger } from '../../ops/logger.ts';
import type { Telemetry } from '../../ops/telemetry.ts';

/** One line a request: the pattern of the route, not the address, because an address may hold an id of a person. */
export function accessLog(logger: Logger, telemetry: Telemetry): Middleware {
  return async (ctx, next) => {
    const start = performance.now();
    await next();
    const ms = performance.now() - start;
    const {
      correlatieId,
      oin,
      route = 'other',
    } = ctx.state as { correlatieId: string; route?: string; oin?: string };
    const { method, status } = ctx;
    telemetry.httpSeconds.observe({ method, route, status }, ms / 1000);
    logger.info({ method, route, status, ms: Math.round(ms), oin, correlatieId }, 'Request');
  };
}
