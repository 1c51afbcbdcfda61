import type { Middleware } from 'koa';

/** How long a sender may go on after the answer, in milliseconds: long enough to notice that there is one. */
const lingerMs = 5_000;

/**
 * A body that nobody reads, because the request was refused or needs none, is dropped as it comes, and not for
 * long: it costs no memory, and nobody keeps a connection busy by sending slowly.
 */
export const unreadBody: Middleware = async ({ req }, next) => {
  try {
    await next();
  } finally {
    if (!req.complete && !req.destroyed) {
      req.resume();
      const timer = setTimeout(() => req.destroy(), lingerMs);
      req.once('close', () => clearTimeout(timer));
    }
  }
};
