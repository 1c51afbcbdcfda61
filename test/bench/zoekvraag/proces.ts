/** One process of the benchmark, as in production: `worker`, `kaal` or `api`; settings come as JSON. */
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createActivities } from '../../../activities/index.ts';
import { createVumClient } from '../../../activities/vum/vum-client.ts';
import { openDetailPost } from '../../../api/detailvragen/detail-post.ts';
import { createTokenVerifier } from '../../../api/identity.ts';
import { connect } from '../../../db/connect.ts';
import { createLogger } from '../../../ops/logger.ts';
import { taskQueue } from '../../../workflows/contract.ts';
import { startApi } from '../../support/api.ts';

export interface ProcesInstellingen {
  readonly rol: 'worker' | 'kaal' | 'api';
  readonly address: string;
  readonly databaseUrl: string;
  readonly vumUrl: string;
  readonly issuer: string;
}

const { rol, address, databaseUrl, vumUrl, issuer } = JSON.parse(
  process.argv[2] ?? '{}',
) as ProcesInstellingen;
const oinUm = '00000009990000000090';
const logger = createLogger(rol, 'warn');
const clock = () => new Date();
const meld = (bericht: object): void => void process.send?.(bericht);

Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
const vum = createVumClient({ baseUrl: vumUrl, oinUm, oinVum: '00000009990000000091', logger });

if (rol === 'api') {
  const verifyToken = createTokenVerifier({ issuer, audience: 'um', claimOin: 'oin', claimRollen: 'rollen' });
  const temporal = new Client({ connection: Connection.lazy({ address }) });
  const detailPost = openDetailPost({ address, namespace: 'default', vum, logger });
  const api = await startApi(connect(databaseUrl), { verifyToken }, { temporal, logger, detailPost });
  meld({ url: api.url });
} else {
  const connection = await NativeConnection.connect({ address });
  const kaal = { niets: () => Promise.resolve(1) };
  const bron = rol === 'kaal' ? './kale-workflows.ts' : '../../../workflows/index.ts';
  const worker = await Worker.create({
    connection,
    taskQueue: rol === 'kaal' ? 'kaal' : taskQueue,
    workflowsPath: fileURLToPath(new URL(bron, import.meta.url)),
    activities:
      rol === 'kaal' ? kaal : createActivities({ db: connect(databaseUrl), vum, clock, logger, oinUm }),
  });
  void worker.run();
  meld({ klaar: true });
}
process.once('disconnect', () => process.exit(0));
