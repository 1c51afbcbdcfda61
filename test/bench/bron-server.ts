/** A process of its own for the benchmark: `bron`, or `kaal`, a bare Koa route that sends the same bytes. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import Koa from 'koa';
import { createBron } from '../../api/bron/bron.ts';
import { laadPostcodes } from '../../api/bron/laad-postcodes.ts';
import { connect } from '../../db/connect.ts';
import { createLogger } from '../../ops/logger.ts';
import type { Tls } from './bron-verzoek.ts';

/** What the process is told when it starts. */
export interface ServerOpdracht {
  readonly soort: 'bron' | 'kaal';
  readonly tls: Tls;
  readonly url: string;
  readonly werkmap: string;
  readonly vumOin: string;
  readonly postcodeFile: string | undefined;
  /** For `kaal`: the answers, after each other, and how long each is. */
  readonly antwoorden?: { readonly bestand: string; readonly lengten: readonly number[] };
}

/** What it says of itself when asked; counted from the time before. */
export interface ServerMeting {
  readonly adres: string;
  readonly geladen: number;
  readonly gereed: boolean;
  /** Ids of the publicaties that took over. */
  readonly overgenomen: readonly string[];
  readonly rssMiB: number;
  readonly cpuMs: number;
  /** The longest that the event loop stood still, and the longest that it worked itself without a turn. */
  readonly langstePauzeMs: number;
  readonly langsteWerkMs: number;
}

const RESOLUTIE_MS = 1;
const vertraging = monitorEventLoopDelay({ resolution: RESOLUTIE_MS });
vertraging.enable();
/** On a busy machine the loop also waits for a processor; what it used of one between two turns is its own work. */
let langsteWerkMs = 0;
let werk = process.threadCpuUsage();
setInterval(() => {
  const { user, system } = process.threadCpuUsage(werk);
  langsteWerkMs = Math.max(langsteWerkMs, (user + system) / 1000);
  werk = process.threadCpuUsage();
}, RESOLUTIE_MS);
let cpu = process.cpuUsage();
let overgenomen: string[] = [];

process.once('message', (opdracht: ServerOpdracht) => {
  void (opdracht.soort === 'bron' ? startBron(opdracht) : startKaal(opdracht));
});

async function startBron({ tls, url, werkmap, vumOin, postcodeFile }: ServerOpdracht): Promise<void> {
  const logger = createLogger('bron', 'info', {
    write: (regel) => {
      const [, id] = /"publicatieId":"([^"]+)".*can be found/.exec(regel) ?? [];
      if (id) overgenomen.push(id);
    },
  });
  const bron = createBron({
    db: connect(url),
    clock: () => new Date(),
    logger,
    postcodes: await laadPostcodes(postcodeFile),
    config: { host: '127.0.0.1', port: 0, tls, toegelatenOins: [vumOin], werkmap, tegelijk: 10_000 },
  });
  const adres = await bron.start();
  meldWanneerGevraagd(adres, () => bron.stand());
}

async function startKaal({ tls, antwoorden }: ServerOpdracht): Promise<void> {
  if (!antwoorden) throw new Error('No answers to send');
  const alles = readFileSync(antwoorden.bestand);
  let plaats = 0;
  const lijst = antwoorden.lengten.map((lengte) => alles.subarray(plaats, (plaats += lengte)));
  const app = new Koa();
  app.use(async (ctx) => {
    // A question must have been received before it can be answered; this is all that is done with it.
    ctx.req.resume();
    await once(ctx.req, 'end');
    ctx.set('Content-Type', 'application/json');
    ctx.body = lijst[Number(ctx.get('X-Vraag'))];
  });
  const server = createServer(
    { ...tls, requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    app.callback() as Parameters<typeof createServer>[1],
  );
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  meldWanneerGevraagd(`https://127.0.0.1:${(server.address() as AddressInfo).port}`, () => ({
    gereed: true,
    geladen: 0,
  }));
}

function meldWanneerGevraagd(adres: string, stand: () => { gereed: boolean; geladen: number }): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage(cpu);
    cpu = process.cpuUsage();
    const meting: ServerMeting = {
      adres,
      gereed: stand().gereed,
      geladen: stand().geladen,
      overgenomen,
      rssMiB: process.memoryUsage.rss() / 1024 / 1024,
      cpuMs: (user + system) / 1000,
      langstePauzeMs: Math.max(0, vertraging.max / 1e6 - RESOLUTIE_MS),
      langsteWerkMs,
    };
    vertraging.reset();
    langsteWerkMs = 0;
    overgenomen = [];
    process.send?.(meting);
  });
  process.send?.('klaar');
}
