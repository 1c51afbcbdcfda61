/** The API process: the municipal API, and the place where a detail is fetched for whoever waits for it. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { Client, Connection } from '@temporalio/client';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { connect } from '../db/connect.ts';
import { saveGemeenten } from '../db/gemeenten.ts';
import { apiConfigSchema } from '../ops/config.ts';
import { closeAll, untilSignal, type Closer } from '../ops/lifecycle.ts';
import { createLogger } from '../ops/logger.ts';
import { readConfig } from '../ops/read-config.ts';
import { createTelemetry } from '../ops/telemetry.ts';
import { createApp } from './app.ts';
import { createTokenVerifier } from './identity.ts';
import { closeServer, listen } from './listen.ts';

const config = readConfig(apiConfigSchema, process.env);
const logger = createLogger('um-api', config.LOG_LEVEL);
const telemetry = createTelemetry();
const clock = () => new Date();
const opened: Closer[] = [];

const db = connect(config.DATABASE_URL, config.DATABASE_POOL);
opened.push({ name: 'database', close: () => db.destroy() });

const gemeentenSchema = Type.Array(
  Type.Object({ oin: Type.String({ pattern: '^[0-9A-Za-z]{20}$' }), naam: Type.String({ maxLength: 200 }) }),
);
const gemeenten = Value.Parse(gemeentenSchema, JSON.parse(await readFile(config.GEMEENTEN_FILE, 'utf8')));
await saveGemeenten(db, gemeenten);

const connection = Connection.lazy({ address: config.TEMPORAL_ADDRESS });
opened.push({ name: 'temporal', close: () => connection.close() });
const temporal = new Client({ connection, namespace: config.TEMPORAL_NAMESPACE });

const verifyToken = createTokenVerifier({
  issuer: config.OIDC_ISSUER,
  audience: config.OIDC_AUDIENCE,
  jwksUrl: config.OIDC_JWKS_URL,
  claimOin: config.OIDC_CLAIM_OIN,
  claimRollen: config.OIDC_CLAIM_ROLLEN,
});

const publicUrl = config.API_PUBLIC_URL ?? `http://${config.API_HOST}:${config.API_PORT}`;
const app = createApp(
  { db, temporal, clock, logger, telemetry, verifyToken, config },
  {
    publicUrl,
    checks: {
      database: async () => {
        await db.raw('SELECT 1');
        return 'bereikbaar';
      },
      temporal: async () => {
        await temporal.workflowService.getSystemInfo({});
        return 'bereikbaar';
      },
    },
  },
);
const handle = app.callback();
const server = createServer((req, res) => void handle(req, res));
const port = await listen(server, config.API_HOST, config.API_PORT);
opened.push({ name: 'api', close: () => closeServer(server) });
logger.info({ port }, 'API listens');

logger.info({ signal: await untilSignal() }, 'Stopping');
await closeAll(opened, logger);
