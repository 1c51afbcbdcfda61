import type { Middleware } from 'koa';
import type { Registry } from 'prom-client';

/** One thing that UM works with. */
export interface Check {
  /**
   * Without it this process can do nothing and should get no requests. What is not needed is shown, and the
   * rest goes on: an outage of VUM must not take uploads and the bron down with it.
   */
  readonly needed: boolean;
  /** Resolves to what is worth knowing, rejects when the thing is not there. */
  readonly ask: () => Promise<string>;
}

/** How long one check may take, in milliseconds. */
const checkMs = 3_000;

/**
 * `GET /health/live`: the process answers. `GET /health/ready`: each thing it works with and its state; `ok`,
 * `beperkt` when something is missing that it can do without, or 503 when it cannot. `GET /metrics`: Prometheus.
 */
export function health(checks: Readonly<Record<string, Check>>, registry: Registry): Middleware {
  const ready = remembered(() =>
    Promise.all(Object.entries(checks).map(([name, check]) => run(name, check))),
  );
  return async (ctx, next) => {
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') {
      await next();
    } else if (ctx.path === '/health/live') {
      ctx.body = { status: 'ok' };
    } else if (ctx.path === '/health/ready') {
      const results = await ready();
      const failed = results.filter(({ ok }) => !ok);
      ctx.status = failed.some(({ needed }) => needed) ? 503 : 200;
      ctx.body = {
        status: failed.length === 0 ? 'ok' : ctx.status === 200 ? 'beperkt' : 'niet gereed',
        onderdelen: Object.fromEntries(
          results.map(({ name, ok, toelichting }) => [name, { ok, toelichting }]),
        ),
      };
    } else if (ctx.path === '/metrics') {
      ctx.type = registry.contentType;
      ctx.body = await registry.metrics();
    } else {
      await next();
    }
  };
}

/** How long an answer stands, in milliseconds: whoever asks often must not have VUM asked as often. */
const rememberMs = 1_000;

/** What `ask` answers, asked again only when its last answer is old; who comes meanwhile waits for the same one. */
function remembered<T>(ask: () => Promise<T>): () => Promise<T> {
  let last: { readonly answer: Promise<T>; readonly at: number } | undefined;
  return () => {
    if (last === undefined || performance.now() - last.at > rememberMs) {
      last = { answer: ask(), at: performance.now() };
    }
    return last.answer;
  };
}

async function run(name: string, { needed, ask }: Check) {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Too late')), checkMs);
  });
  try {
    return { name, needed, ok: true, toelichting: await Promise.race([ask(), late]) };
  } catch {
    // The reason may name hosts; the log of the part itself tells more.
    return { name, needed, ok: false, toelichting: 'niet bereikbaar' };
  } finally {
    clearTimeout(timer);
  }
}
