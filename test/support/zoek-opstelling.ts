import { Client } from '@temporalio/client';
import type { Knex } from 'knex';
import { openDetailPost } from '../../api/detailvragen/detail-post.ts';
import { createVumClient } from '../../activities/vum/vum-client.ts';
import type { ApiDeps } from '../../api/deps.ts';
import type { Rol } from '../../domain/rollen.ts';
import { createLogger } from '../../ops/logger.ts';
import { openTemporalConnection } from '../../ops/temporal-connection.ts';
import { startApi } from './api.ts';
import { createTestDatabase } from './database.ts';
import { gemeenteA, startIdentityProvider } from './identity.ts';
import { startNepVum, type NepVum } from './nep-vum.ts';
import { temporalAddress } from './temporal.ts';
import { createTestNamespace } from './temporal-namespace.ts';
import { startTestWorker, type TestWorker } from './worker.ts';

export const oinUm = '00000009990000000090';
const oinVum = '00000009990000000091';

export interface Antwoord {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

export interface VerzoekOpties {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly oin?: string;
  readonly rol?: Rol;
  /** Who of the gemeente asks. */
  readonly sub?: string;
  readonly signal?: AbortSignal;
}

/** Everything between a person who searches and a VUM that misbehaves: API, Temporal, worker, database. */
export interface ZoekOpstelling {
  readonly db: Knex;
  readonly databaseUrl: string;
  readonly vum: NepVum;
  readonly temporal: Client;
  readonly namespace: string;
  readonly apiUrl: string;
  readonly apiDeps: ApiDeps;
  /** All that the API and the worker logged, as text. */
  readonly log: string[];
  vraag(methode: string, pad: string, opties?: VerzoekOpties): Promise<Antwoord>;
  startWorker(): Promise<TestWorker>;
  stop(): Promise<void>;
}

export interface Wensen {
  /** Without a worker nothing happens until `startWorker`. */
  readonly worker?: boolean;
  readonly geldig?: string;
  readonly geduld?: string;
  readonly temporalAddress?: string;
  readonly detailMs?: number;
  readonly zoekMs?: number;
}

export async function startZoekOpstelling(wensen: Wensen = {}): Promise<ZoekOpstelling> {
  const address = wensen.temporalAddress ?? temporalAddress();
  const log: string[] = [];
  const logger = createLogger('test', 'debug', { write: (line: string) => void log.push(line) });
  const [database, identity, vum, namespace] = await Promise.all([
    createTestDatabase(),
    startIdentityProvider(),
    startNepVum(),
    createTestNamespace(address),
  ]);
  const vumClient = createVumClient({
    baseUrl: vum.url,
    oinUm,
    oinVum,
    logger,
    tijden: { zoekMs: wensen.zoekMs ?? 3_000, detailMs: wensen.detailMs ?? 2_000 },
  });
  const detailPost = openDetailPost({
    db: database.db,
    clock: () => new Date(),
    address,
    namespace,
    vum: vumClient,
    logger,
  });
  const { connection, close } = openTemporalConnection(address);
  const temporal = new Client({ connection, namespace });
  const api = await startApi(database.db, identity, {
    temporal,
    logger,
    detailPost,
    config: {
      AANLEVERING_MAX_BYTES: 1_000_000,
      ZOEKVRAAG_GELDIG: wensen.geldig ?? 'P7D',
      ZOEKVRAAG_GEDULD: wensen.geduld ?? 'PT5S',
    },
  });
  const startWorker = () =>
    startTestWorker({
      address,
      namespace,
      deps: {
        db: database.db,
        databaseUrl: database.url,
        vum: vumClient,
        clock: () => new Date(),
        logger,
        oinUm,
      },
    });
  const worker = wensen.worker === false ? undefined : await startWorker();

  return {
    db: database.db,
    databaseUrl: database.url,
    vum,
    temporal,
    namespace,
    apiUrl: api.url,
    apiDeps: api.deps,
    log,
    startWorker,
    async vraag(methode, pad, { body, headers, oin = gemeenteA, rol = 'bemiddelaar', sub, signal } = {}) {
      const token = await identity.token({ oin, rollen: [rol], ...(sub === undefined ? {} : { sub }) });
      const response = await fetch(api.url + pad, {
        method: methode,
        headers: {
          Authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal ? { signal } : {}),
      });
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>,
      };
    },
    async stop() {
      await worker?.stop();
      await detailPost.sluit();
      await api.stop();
      await close();
      await vumClient.sluit();
      await vum.sluit();
      await identity.stop();
      await database.stop();
    },
  };
}

/** What VUM answers to a search: so many matches, numbered. */
export function matches(aantal: number): object {
  return {
    vraagID: 'vraag-1',
    maximumAantalResultatenBereikt: false,
    matches: Array.from({ length: aantal }, (_, n) => ({
      vumID: `vum-${n + 1}`,
      mobiliteit: { bemiddelingspostcode: '1012AB' },
    })),
  };
}

/** What VUM answers to a detail, with something that can be looked for afterwards. */
export function detail(kenmerk: string): object {
  return { bronID: 'bron-1', werkzoekende: { idWerkzoekende: 'w1', persoonlijkePresentatie: kenmerk } };
}
