import type { Middleware } from 'koa';
import type { Registry } from 'prom-client';

/** One thing that UM cannot work without: resolves to what is worth knowing, rejects when it is not there. */
export type Check = () => Promise<string>;

/** How long one check may take, in milliseconds. */
const checkMs = 3_000;

/**
 * `GET /health/live`: the process answers. `GET /health/ready`: everything it needs answers too, each with its
 * state; 503 when one does not. `GET /metrics`: Prometheus.
 */
export function health(checks: Readonly<Record<string, Check>>, registry: Registry): Middleware {
  return async (ctx, next) => {
    if (ctx.method !== 'GET') {
      await next();
    } else if (ctx.path === '/health/live') {
      ctx.body = { status: 'ok' };
    } else if (ctx.path === '/health/ready') {
      const results = await Promise.all(
        Object.entries(checks).map(async ([name, check]) => [name, await run(check)] as const),
      );
      const ready = results.every(([, { ok }]) => ok);
      ctx.status = ready ? 200 : 503;
      ctx.body = { status: ready ? 'ok' : 'niet gereed', onderdelen: Object.fromEntries(results) };
    } else if (ctx.path === '/metrics') {
      ctx.type = registry.contentType;
      ctx.body = await registry.metrics();
    } else {
      await next();
    }
  };
}

async function run(check: Check): Promise<{ ok: boolean; toelichting: string }> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('te laat')), checkMs);
  });
  try {
    return { ok: true, toelichting: await Promise.race([check(), late]) };
  } catch {
    // The reason may name hosts or hold data of a request; the log of the part itself tells more.
    return { ok: false, toelichting: 'niet bereikbaar' };
  } finally {
    clearTimeout(timer);
  }
}
