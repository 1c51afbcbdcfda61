import type { ApiDeps } from '../../api/deps.ts';
import { startApi, type TestApi } from './api.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { startIdentityProvider, type TestIdentityProvider } from './identity.ts';

/** The municipal API with a database and an identity provider of its own. */
export interface ApiOpstelling {
  readonly api: TestApi;
  readonly identity: TestIdentityProvider;
  readonly database: TestDatabase;
  stop(): Promise<void>;
}

/** `anders`: what of the API's parts differs, given who tells its askers apart. */
export async function startApiOpstelling(
  anders: (identity: TestIdentityProvider) => Partial<ApiDeps> = () => ({}),
): Promise<ApiOpstelling> {
  const database = await createTestDatabase();
  const identity = await startIdentityProvider();
  const api = await startApi(database.db, identity, { databaseUrl: database.url, ...anders(identity) });
  return {
    api,
    identity,
    database,
    async stop() {
      await api.stop();
      await identity.stop();
      await database.stop();
    },
  };
}
