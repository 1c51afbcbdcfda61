import type { IncomingMessage } from 'node:http';
import Router from '@koa/router';
import type { Middleware } from 'koa';
import { aarden } from './gedrag.ts';
import type { Delen } from './uitwisseling.ts';

const maxBytes = 256 * 1024;

/**
 * What a tester can tell the simulator, under `/_simulator`, from this machine alone:
 * `GET` the state; `PUT gedrag` a list of instructions; `PUT bronnen` the bronnen; `GET verzoeken` what came in;
 * `DELETE verzoeken` forget it.
 */
export function beheerRoutes({ bronnen, gedragingen, geheugen, log }: Delen): Middleware {
  const router = new Router({ prefix: '/_simulator' });
  const toestand = (): object => ({
    gedrag: gedragingen.nu,
    aarden,
    bronnen: bronnen.config,
    aantallen: log.aantallen,
    zoekvragen: geheugen.aantal,
  });

  router.use(async (ctx, next) => {
    if (!isDezeMachine(ctx.req)) ctx.throw(404);
    await next();
  });
  router.get('/', (ctx) => {
    ctx.body = toestand();
  });
  router.put('/gedrag', async (ctx) => {
    if (!gedragingen.stel(await leesJson(ctx.req)))
      ctx.throw(400, 'a list of {aard, bericht?, aantal?, vertragingMs?}');
    ctx.body = toestand();
  });
  router.put('/bronnen', async (ctx) => {
    if (!bronnen.stel(await leesJson(ctx.req)))
      ctx.throw(400, 'a list of {type: "demo"} or {type: "http", url, oin, viaOin}');
    ctx.body = toestand();
  });
  router.get('/verzoeken', (ctx) => {
    ctx.body = { aantallen: log.aantallen, verzoeken: log.laatste };
  });
  router.delete('/verzoeken', (ctx) => {
    log.wis();
    ctx.status = 204;
  });
  const routes = router.routes();
  return async (ctx, next) => {
    await routes(ctx as Parameters<typeof routes>[0], next);
  };
}

function isDezeMachine(verzoek: IncomingMessage): boolean {
  const adres = verzoek.socket.remoteAddress ?? '';
  return adres === '::1' || adres.replace('::ffff:', '').startsWith('127.');
}

/** Undefined for what is no JSON. */
async function leesJson(verzoek: IncomingMessage): Promise<unknown> {
  const delen: Buffer[] = [];
  let bytes = 0;
  for await (const deel of verzoek as AsyncIterable<Buffer>) {
    bytes += deel.byteLength;
    if (bytes > maxBytes) return undefined;
    delen.push(deel);
  }
  try {
    return JSON.parse(Buffer.concat(delen).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
