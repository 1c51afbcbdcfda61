import { Client } from '@temporalio/client';
import type { Knex } from 'knex';
import { Wachtkamer } from '../../activities/detailvraag/wachtkamer.ts';
import { Delenschrijver } from '../../api/aanleveringen/delen/delenschrijver.ts';
import { createApiServer } from '../../api/api-server.ts';
import { createApp } from '../../api/app.ts';
import type { ApiDeps } from '../../api/deps.ts';
import { listen, closeServer } from '../../ops/listen.ts';
import { createLogger } from '../../ops/logger.ts';
import { openTemporalConnection } from '../../ops/temporal-connection.ts';
import { createTelemetry } from '../../ops/telemetry.ts';
import type { TestIdentityProvider } from './identity.ts';
import { temporalAddress } from './temporal.ts';

export interface TestApi {
  readonly url: string;
  readonly deps: ApiDeps;
  stop(): Promise<void>;
}

/** The municipal API on a free port, on a real database and the test run's Temporal server. */
export async function startApi(
  db: Knex,
  identity: Pick<TestIdentityProvider, 'verifyToken'>,
  overrides: Partial<ApiDeps> = {},
): Promise<TestApi> {
  const { connection, close } = openTemporalConnection(temporalAddress());
  const { databaseUrl = '' } = overrides;
  const deps: ApiDeps = {
    db,
    databaseUrl,
    delen: new Delenschrijver(databaseUrl),
    temporal: new Client({ connection }),
    clock: () => new Date(),
    logger: createLogger('test', 'fatal'),
    telemetry: createTelemetry(),
    verifyToken: identity.verifyToken,
    // Nobody fetches here; tests of details open a post of their own.
    detailPost: { wachtkamer: new Wachtkamer(), taskQueue: 'um-api-none' },
    config: { AANLEVERING_MAX_BYTES: 2 ** 31, ZOEKVRAAG_GELDIG: 'P7D', ZOEKVRAAG_GEDULD: 'PT2M' },
    ...overrides,
  };
  const database = { needed: true, ask: () => db.raw('SELECT 1').then(() => 'bereikbaar') };
  const handle = createApp(deps, { publicUrl: 'https://um.example', checks: { database } }).callback();
  const server = createApiServer(handle, deps.logger);
  const port = await listen(server, '127.0.0.1', 0);
  return {
    url: `http://127.0.0.1:${port}`,
    deps,
    stop: async () => {
      server.closeAllConnections();
      await closeServer(server);
      await deps.delen.sluit();
      await close();
    },
  };
}
