import type { Context, Middleware } from 'koa';
import type { Logger } from '../../ops/logger.ts';
import { zetAntwoordHeaders } from './bericht.ts';
import { BronFout } from './bron-fout.ts';

/** Gives every answer the form of the contract: its headers, and its own shape of errors. */
export function antwoordVolgensContract(logger: Logger): Middleware {
  return async (ctx, next) => {
    zetAntwoordHeaders(ctx.req, ctx.res);
    try {
      await next();
    } catch (error) {
      const fout = error instanceof BronFout ? error : onverwacht(error, ctx, logger);
      ctx.status = fout.status;
      stuurJson(ctx, JSON.stringify(fout.lichaam));
    }
  };
}

/** The contract says `application/json`; Koa would guess a type, or add a charset to it. */
export function stuurJson(ctx: Context, inhoud: string | Buffer): void {
  ctx.res.setHeader('Content-Type', 'application/json');
  ctx.body = inhoud;
}

function onverwacht(err: unknown, ctx: Context, logger: Logger): BronFout {
  const { correlatieId, verzoek } = ctx.state as { correlatieId: string; verzoek?: string };
  logger.error({ err, verzoek, correlatieId }, 'Request of VUM failed');
  return new BronFout('500.1', 'Er ging iets mis bij de bron.');
}
