/** The API process: the municipal API, UM as bron, and the fetching of details for whoever waits here. */
import { tmpdir } from 'node:os';
import { Client } from '@temporalio/client';
import { Runtime } from '@temporalio/worker';
import { createConfiguredVumClient } from '../activities/vum/vum-client-from-config.ts';
import { connect } from '../db/connect.ts';
import { saveGemeenten } from '../db/gemeenten.ts';
import { demandOurSchema } from '../db/migrate.ts';
import { versheidsfouten } from '../domain/publicaties/versheid.ts';
import { apiConfigSchema } from '../ops/config.ts';
import { closeAll, untilSignal, type Closer } from '../ops/lifecycle.ts';
import { createLogger } from '../ops/logger.ts';
import { readConfig } from '../ops/read-config.ts';
import { readTls } from '../ops/read-tls.ts';
import { createTelemetry } from '../ops/telemetry.ts';
import { openTemporalConnection } from '../ops/temporal-connection.ts';
import { temporalRuntime } from '../ops/temporal-runtime.ts';
import { Delenschrijver } from './aanleveringen/delen/delenschrijver.ts';
import { hervatWachtende } from './aanleveringen/hervat-wachtende.ts';
import { createApiServer } from './api-server.ts';
import { createApp } from './app.ts';
import { createBron } from './bron/bron.ts';
import { meetBronStand } from './bron/meet-stand.ts';
import { laadPostcodes } from './bron/laad-postcodes.ts';
import { createChecks } from './checks.ts';
import { openDetailPost } from './detailvragen/detail-post.ts';
import { createTokenVerifier } from './identity.ts';
import { closeServer, listen } from '../ops/listen.ts';
import { onlyServed } from './only-served.ts';
import { readGemeenten } from './read-gemeenten.ts';
import { hervatLopende } from './zoekvragen/hervat-lopende.ts';

const config = readConfig(apiConfigSchema, process.env, versheidsfouten);
const logger = createLogger('um-api', config.LOG_LEVEL);
const telemetry = createTelemetry();
const clock = () => new Date();
const opened: Closer[] = [];

const db = connect(config.DATABASE_URL, config.DATABASE_POOL);
opened.push({ name: 'database', close: () => db.destroy() });
await demandOurSchema(db);
const delen = new Delenschrijver(config.DATABASE_URL);
opened.push({ name: 'delen', close: () => delen.sluit() });
const gemeenten = await readGemeenten(config.GEMEENTEN_FILE);
await saveGemeenten(db, gemeenten);

const { connection, close } = openTemporalConnection(config.TEMPORAL_ADDRESS);
opened.push({ name: 'temporal', close });
const temporal = new Client({ connection, namespace: config.TEMPORAL_NAMESPACE });

const vum = await createConfiguredVumClient(config, logger, telemetry);
opened.push({ name: 'vum', close: () => vum.sluit() });

const bron = createBron({
  db,
  clock,
  logger,
  postcodes: await laadPostcodes(config.POSTCODE_FILE),
  config: {
    host: config.BRON_HOST,
    port: config.BRON_PORT,
    tls: await readTls({ ca: config.BRON_TLS_CA, cert: config.BRON_TLS_CERT, key: config.BRON_TLS_KEY }),
    toegelatenOins: config.BRON_TOEGELATEN_OINS,
    werkmap: config.BRON_CACHE_DIR ?? tmpdir(),
  },
  gemeten: ({ verzoek, soort, status, seconden }) =>
    telemetry.bronSeconds.observe({ verzoek, soort, status }, seconden),
});
opened.push({ name: 'bron', close: () => bron.stop() });
meetBronStand(telemetry.registry, bron);
logger.info({ address: await bron.start() }, 'Bron listens');

// This process owns its shutdown; Temporal's runtime would stop the worker on a signal by itself.
Runtime.install(temporalRuntime(logger));
const detailPost = openDetailPost({
  db,
  clock,
  address: config.TEMPORAL_ADDRESS,
  namespace: config.TEMPORAL_NAMESPACE,
  vum,
  logger,
});
opened.push({ name: 'detail-post', close: () => detailPost.sluit() });

const verifyHolds = createTokenVerifier({
  issuer: config.OIDC_ISSUER,
  audience: config.OIDC_AUDIENCE,
  jwksUrl: config.OIDC_JWKS_URL,
  claimOin: config.OIDC_CLAIM_OIN,
  claimRollen: config.OIDC_CLAIM_ROLLEN,
});
const verifyToken = onlyServed(
  verifyHolds,
  gemeenten.map(({ oin }) => oin),
  config.UM_OIN,
);
const handle = createApp(
  {
    db,
    databaseUrl: config.DATABASE_URL,
    delen,
    temporal,
    clock,
    logger,
    telemetry,
    verifyToken,
    detailPost,
    config,
  },
  {
    publicUrl: config.API_PUBLIC_URL ?? `http://${config.API_HOST}:${config.API_PORT}`,
    checks: createChecks({ db, temporal, vum, bron }),
  },
).callback();
const server = createApiServer(handle, logger);
const port = await listen(server, config.API_HOST, config.API_PORT);
opened.push({ name: 'api', close: () => closeServer(server) });
logger.info({ port }, 'API listens');
delen.start();
void hervatWachtende({ db, temporal, logger });
void hervatLopende({ db, clock, temporal, logger, config });

logger.info({ signal: await untilSignal() }, 'Stopping');
await closeAll(opened, logger);
