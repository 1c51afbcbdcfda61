import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '@temporalio/client';
import type { Knex } from 'knex';
import { Leesdraden } from '../../activities/aanlevering/controle/leesdraden.ts';
import type { ActivityDeps } from '../../activities/deps.ts';
import { afgerond } from '../../db/aanleveringen.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Rol } from '../../domain/rollen.ts';
import { createLogger } from '../../ops/logger.ts';
import { openTemporalConnection } from '../../ops/temporal-connection.ts';
import { startApi } from './api.ts';
import { createTestDatabase } from './database.ts';
import { gemeenteA, startIdentityProvider } from './identity.ts';
import { actieveRecords } from './rijen.ts';
import { temporalAddress } from './temporal.ts';
import { createTestNamespace } from './temporal-namespace.ts';
import { startUmProces, type UmProces } from './um-proces.ts';
import { startTestWorker, type TestWorker } from './worker.ts';

export type Inhoud = string | Uint8Array<ArrayBuffer> | FormData;

export interface Antwoord {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

export interface VerzoekOpties {
  readonly body?: Inhoud;
  readonly headers?: Readonly<Record<string, string>>;
  readonly oin?: string;
  readonly rol?: Rol;
  /** Who asks; a certain medewerker unless said otherwise. */
  readonly sub?: string;
}

/** Everything that an upload passes: API, Temporal, worker and database. */
export interface AanleverOpstelling {
  readonly db: Knex;
  readonly databaseUrl: string;
  readonly temporal: Client;
  readonly namespace: string;
  readonly apiUrl: string;
  readonly token: (oin?: string, rol?: Rol) => Promise<{ Authorization: string }>;
  vraag(methode: string, pad: string, opties?: VerzoekOpties): Promise<Antwoord>;
  /** Uploads and waits until the aanlevering has ended. */
  leverAan(query: string, inhoud: Inhoud, opties?: VerzoekOpties): Promise<Uitkomst>;
  /** Waits until the aanlevering has ended. */
  wachtOp(aanleveringId: string, oin?: string): Promise<Uitkomst>;
  /** The ids that VUM finds, sorted. */
  gevonden(soort?: string, oin?: string): Promise<string[]>;
  startWorker(config?: ActivityDeps['config']): Promise<TestWorker>;
  /** A worker in a process of its own, to be killed. */
  startWorkerProces(): Promise<ChildProcess>;
  /** An API in a process of its own, to be killed. */
  startApiProces(): Promise<UmProces>;
  stop(): Promise<void>;
}

export interface Uitkomst {
  readonly id: string;
  readonly status: string;
  readonly aantallen: Readonly<Record<string, number>>;
  readonly reden?: { readonly code: string; readonly melding: string };
  readonly publicatieId?: string;
}

export interface Wensen {
  /** Without a worker nothing happens until `startWorker`. */
  readonly worker?: boolean;
  readonly maxBytes?: number;
  /** Of a Temporal server that the API is told of, and that may be away; that of the worker unless given. */
  readonly temporalAddress?: string;
  /** Of a Temporal server of the test's own; the shared one unless given. */
  readonly eigenTemporal?: string;
  /** Of the API. */
  readonly clock?: Clock;
  /** Of the worker. */
  readonly config?: ActivityDeps['config'];
}

const klaar: readonly string[] = afgerond;

export async function startAanleverOpstelling(wensen: Wensen = {}): Promise<AanleverOpstelling> {
  const address = wensen.eigenTemporal ?? temporalAddress();
  const [database, identity, namespace] = await Promise.all([
    createTestDatabase(),
    startIdentityProvider(),
    createTestNamespace(address),
  ]);
  const { db } = database;
  const { connection, close } = openTemporalConnection(wensen.temporalAddress ?? address);
  const temporal = new Client({ connection, namespace });
  const api = await startApi(db, identity, {
    temporal,
    databaseUrl: database.url,
    ...(wensen.clock && { clock: wensen.clock }),
    config: {
      AANLEVERING_MAX_BYTES: wensen.maxBytes ?? 2 ** 31,
      ZOEKVRAAG_GELDIG: 'P7D',
      ZOEKVRAAG_GEDULD: 'PT2M',
    },
  });
  // Starting a thread costs more than reading a test's file.
  const leesdraden = new Leesdraden(1);
  const deps = {
    db,
    databaseUrl: database.url,
    leesdraden,
    vum: { zoek: () => Promise.reject(new Error('No VUM in this test')) },
    clock: () => new Date(),
    logger: createLogger('test', 'fatal'),
    oinUm: '00000009990000000090',
  };
  const startWorker = (config = wensen.config) =>
    startTestWorker({ address, namespace, deps: { ...deps, ...(config && { config }) } });
  const worker = wensen.worker === false ? undefined : await startWorker();
  const token = async (oin = gemeenteA, rol: Rol = 'aanleveraar', sub?: string) => ({
    Authorization: `Bearer ${await identity.token({ oin, rollen: [rol], ...(sub !== undefined && { sub }) })}`,
  });

  async function vraag(methode: string, pad: string, opties: VerzoekOpties = {}): Promise<Antwoord> {
    const response = await fetch(api.url + pad, {
      method: methode,
      headers: { ...(await token(opties.oin, opties.rol, opties.sub)), ...opties.headers },
      ...(opties.body === undefined ? {} : { body: opties.body }),
    });
    const text = await response.text();
    const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
    return { status: response.status, headers: response.headers, body };
  }

  async function wachtOp(aanleveringId: string, oin = gemeenteA): Promise<Uitkomst> {
    for (;;) {
      const { body } = await vraag('GET', `/v1/aanleveringen/${aanleveringId}`, { oin });
      if (klaar.includes(body['status'] as string)) return body as unknown as Uitkomst;
      await sleep(50);
    }
  }

  const vumUrl = 'http://127.0.0.1:1';
  const basis = { address, namespace, databaseUrl: database.url, vumUrl, issuer: identity.issuer };
  return {
    db,
    databaseUrl: database.url,
    temporal,
    namespace,
    apiUrl: api.url,
    token,
    vraag,
    wachtOp,
    startWorker,
    startWorkerProces: async () => (await startUmProces({ rol: 'worker', ...basis })).child,
    startApiProces: () => startUmProces({ rol: 'api', ...basis }),
    async leverAan(query, inhoud, opties = {}) {
      const { status, body } = await vraag('POST', `/v1/aanleveringen?${query}`, {
        ...opties,
        body: inhoud,
      });
      if (status !== 202) throw new Error(`The upload was refused: ${status} ${String(body['detail'])}`);
      return wachtOp(body['id'] as string, opties.oin);
    },
    async gevonden(soort = 'werkzoekende', oin = gemeenteA) {
      return actieveRecords(db)
        .where({ 'actief.oin': oin, 'actief.soort': soort })
        .orderBy('record.record_id')
        .pluck<string[]>('record.record_id');
    },
    async stop() {
      await worker?.stop();
      await leesdraden.neem().terminate();
      await api.stop();
      await close();
      await identity.stop();
      await database.stop();
    },
  };
}
