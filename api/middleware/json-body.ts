import { setTimeout as sleep } from 'node:timers/promises';
import { bodyParser } from '@koa/bodyparser';
import type { Context, Next } from 'koa';
import { InhoudGeenJson, InhoudTeGroot, OngeldigVerzoek, VerzoekTeTraag } from '../../domain/errors.ts';

/** The largest JSON body of a request, in kB of 1,024 bytes; uploads have a limit of their own. */
const limitKb = 256;
/** How long such a body may take to come in, in milliseconds. */
const readMs = 30_000;

const parse = bodyParser({
  enableTypes: ['json'],
  jsonLimit: `${limitKb}kb`,
  onError: (error) => {
    if ((error as { status?: number }).status === 413) throw new InhoudTeGroot(limitKb);
    throw new OngeldigVerzoek('De inhoud is geen geldige JSON.');
  },
});

/**
 * Reads the JSON body of a request. Throws `OngeldigVerzoek`, `InhoudGeenJson`, `InhoudTeGroot`, or `VerzoekTeTraag`
 * when it takes too long.
 */
export function jsonBody(withinMs = readMs): (ctx: Context, next: Next) => Promise<void> {
  return async (ctx, next) => {
    demandJson(ctx);
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

/** JSON is UTF-8 (RFC 8259): anything else would be read as something that was never sent. */
function demandJson({ request }: Context): void {
  if (request.is('application/json') === false) throw new InhoudGeenJson();
  if (!['', 'utf-8'].includes(request.charset.toLowerCase())) throw new InhoudGeenJson();
}
