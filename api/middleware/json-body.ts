import { setTimeout as sleep } from 'node:timers/promises';
import { bodyParser } from '@koa/bodyparser';
import type { Context, Next } from 'koa';
import { OngeldigVerzoek, VerzoekTeTraag } from '../../domain/errors.ts';

/** The largest JSON body of a request, in bytes; uploads have a limit of their own. */
const limit = '256kb';
/** How long such a body may take to come in, in milliseconds. */
const readMs = 30_000;

const parse = bodyParser({
  enableTypes: ['json'],
  jsonLimit: limit,
  onError: () => {
    throw new OngeldigVerzoek(`De inhoud is geen geldige JSON, of groter dan ${limit}.`);
  },
});

/** Reads the JSON body of a request. Throws `OngeldigVerzoek`, or `VerzoekTeTraag` when it takes too long. */
export function jsonBody(withinMs = readMs): (ctx: Context, next: Next) => Promise<void> {
  return async (ctx, next) => {
    const stop = new AbortController();
    const read = parse(ctx, () => Promise.resolve()) as Promise<void>;
    // Given up on, it ends when the connection does.
    read.catch(() => undefined);
    const late = sleep(withinMs, 'late' as const, { signal: stop.signal }).catch(() => undefined);
    try {
      if ((await Promise.race([read, late])) === 'late') throw new VerzoekTeTraag();
    } finally {
      stop.abort();
    }
    await next();
  };
}
