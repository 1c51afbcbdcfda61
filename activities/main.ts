/** The worker process: runs the workflows and every activity but the fetching of details. */
import { createServer } from 'node:http';
import { Client } from '@temporalio/client';
import { Runtime, Worker } from '@temporalio/worker';
import Koa from 'koa';
import { connect } from '../db/connect.ts';
import { demandOurSchema } from '../db/migrate.ts';
import { versheidsfouten } from '../domain/publicaties/versheid.ts';
import { workerConfigSchema } from '../ops/config.ts';
import { health } from '../ops/health.ts';
import { closeAll, untilSignal, type Closer } from '../ops/lifecycle.ts';
import { closeServer, listen } from '../ops/listen.ts';
import { createLogger } from '../ops/logger.ts';
import { readConfig } from '../ops/read-config.ts';
import { createTelemetry } from '../ops/telemetry.ts';
import { taskQueue } from '../workflows/contract.ts';
import { Leesdraden } from './aanlevering/controle/leesdraden.ts';
import { leesLijsten } from './aanlevering/waardelijsten/lees-lijsten.ts';
import { bundleWorkflows } from './bundle-workflows.ts';
import { connectTemporal } from './connect-temporal.ts';
import { createActivities } from './index.ts';
import { ensureRetentieSchedule } from './retentie/ensure-schedule.ts';
import { temporalRuntime } from '../ops/temporal-runtime.ts';
import { createConfiguredVumClient } from './vum/vum-client-from-config.ts';

const config = readConfig(workerConfigSchema, process.env, versheidsfouten);
// Read here only to refuse a wrong file at once; each reading thread has its own copy.
await leesLijsten(config.WAARDELIJSTEN_DIR);
const logger = createLogger('um-worker', config.LOG_LEVEL);
const telemetry = createTelemetry();
const opened: Closer[] = [];
Runtime.install(temporalRuntime(logger));

const db = connect(config.DATABASE_URL, config.DATABASE_POOL);
opened.push({ name: 'database', close: () => db.destroy() });
await demandOurSchema(db);

const vum = await createConfiguredVumClient(config, logger, telemetry);
opened.push({ name: 'vum', close: () => vum.sluit() });

const connection = await connectTemporal(config.TEMPORAL_ADDRESS, logger);
opened.push({ name: 'temporal', close: () => connection.close() });
const temporal = new Client({ connection, namespace: config.TEMPORAL_NAMESPACE });
await ensureRetentieSchedule(temporal);

const worker = await Worker.create({
  connection,
  namespace: config.TEMPORAL_NAMESPACE,
  taskQueue,
  workflowBundle: await bundleWorkflows(),
  activities: createActivities({
    db,
    databaseUrl: config.DATABASE_URL,
    leesdraden: new Leesdraden(2),
    vum,
    temporal,
    clock: () => new Date(),
    logger,
    oinUm: config.UM_OIN,
    config,
  }),
  // A cancellation travels back with a heartbeat: who cancels an upload should not wait for it.
  maxHeartbeatThrottleInterval: '1s',
  shutdownGraceTime: '10 seconds',
});

const app = new Koa();
const checks = {
  database: { needed: true, ask: () => db.raw('SELECT 1').then(() => 'bereikbaar') },
  temporal: {
    needed: true,
    ask: () => connection.workflowService.getSystemInfo({}).then(() => 'bereikbaar'),
  },
};
app.use(health(checks, telemetry.registry));
const handle = app.callback();
const server = createServer((req, res) => void handle(req, res));
const port = await listen(server, config.METRICS_HOST, config.METRICS_PORT);
opened.push({ name: 'metrics', close: () => closeServer(server) });

// A worker that stops by itself has failed: its error ends the process, and whoever started it starts another.
const running = worker.run();
logger.info({ port }, 'Worker runs');
const signal = await Promise.race([untilSignal(), running]);
logger.info({ signal }, 'Stopping');
worker.shutdown();
await running;
await closeAll(opened, logger);
