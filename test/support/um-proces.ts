/** One process of UM, as in production, that a test or benchmark can kill: `worker` or `api`; settings as JSON. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { Leesdraden } from '../../activities/aanlevering/controle/leesdraden.ts';
import { createActivities } from '../../activities/index.ts';
import { createVumClient } from '../../activities/vum/vum-client.ts';
import { openDetailPost } from '../../api/detailvragen/detail-post.ts';
import { createTokenVerifier } from '../../api/identity.ts';
import { connect } from '../../db/connect.ts';
import { createLogger } from '../../ops/logger.ts';
import { taskQueue } from '../../workflows/contract.ts';
import { startApi } from './api.ts';

export interface ProcesInstellingen {
  readonly rol: 'worker' | 'api';
  readonly address: string;
  readonly namespace: string;
  readonly databaseUrl: string;
  readonly vumUrl: string;
  readonly issuer: string;
  /** Another file with workflows, and another queue, than UM's own. */
  readonly kaal?: { readonly workflowsPath: string; readonly taskQueue: string };
}

export interface UmProces {
  readonly child: ChildProcess;
  /** Of the API. */
  readonly url: string;
}

/** Starts a process and waits until it is up. It ends with its parent. */
export async function startUmProces(instellingen: ProcesInstellingen): Promise<UmProces> {
  const child = fork(fileURLToPath(import.meta.url), [JSON.stringify(instellingen)], {
    env: { ...process.env, UM_TEST_TEMPORAL_ADDRESS: instellingen.address },
    execArgv: [],
  });
  const [bericht] = (await once(child, 'message')) as [{ url?: string }];
  return { child, url: bericht.url ?? '' };
}

async function draaiApi({ address, namespace, databaseUrl, issuer }: ProcesInstellingen, deps: Deps) {
  const verifyToken = createTokenVerifier({ issuer, audience: 'um', claimOin: 'oin', claimRollen: 'rollen' });
  const temporal = new Client({ connection: Connection.lazy({ address }), namespace });
  const db = connect(databaseUrl);
  const detailPost = openDetailPost({ db, clock: () => new Date(), address, namespace, ...deps });
  const api = await startApi(db, { verifyToken }, { databaseUrl, temporal, detailPost, logger: deps.logger });
  return { url: api.url };
}

async function draaiWorker({ address, namespace, databaseUrl, kaal }: ProcesInstellingen, deps: Deps) {
  const connection = await NativeConnection.connect({ address });
  const um = {
    taskQueue,
    workflowsPath: fileURLToPath(new URL('../../workflows/index.ts', import.meta.url)),
    activities: createActivities({
      db: connect(databaseUrl),
      databaseUrl,
      leesdraden: new Leesdraden(0),
      clock: () => new Date(),
      oinUm,
      temporal: new Client({ connection, namespace }),
      config: {
        AANLEVERING_WAARSCHUWING_VERDWIJNT: 25,
        AANLEVERING_GOEDKEURING_BINNEN: 'P3D',
        GESCHIEDENIS_BEWAREN: 'P1Y',
        AANLEVERING_BESTAND_BEWAREN: 'P1D',
        AANLEVERING_FOUTEN_BEWAREN: 'P30D',
      },
      ...deps,
    }),
  };
  const worker = await Worker.create({
    connection,
    namespace,
    ...(kaal ? { ...kaal, activities: { niets: () => Promise.resolve(1) } } : um),
  });
  void worker.run();
  return {};
}

type Deps = ReturnType<typeof maakDeps>;
const oinUm = '00000009990000000090';

function maakDeps({ rol, vumUrl }: ProcesInstellingen) {
  const logger = createLogger(rol, 'warn');
  return { logger, vum: createVumClient({ baseUrl: vumUrl, oinUm, oinVum: '00000009990000000091', logger }) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const instellingen = JSON.parse(process.argv[2] ?? '{}') as ProcesInstellingen;
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
  const draai = instellingen.rol === 'api' ? draaiApi : draaiWorker;
  process.send?.(await draai(instellingen, maakDeps(instellingen)));
  process.once('disconnect', () => process.exit(0));
}
