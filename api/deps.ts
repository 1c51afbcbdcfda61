import type { Client } from '@temporalio/client';
import type { Knex } from 'knex';
import type { Clock } from '../domain/clock.ts';
import type { ApiConfig } from '../ops/config.ts';
import type { Logger } from '../ops/logger.ts';
import type { Telemetry } from '../ops/telemetry.ts';
import type { Delenschrijver } from './aanleveringen/delen/delenschrijver.ts';
import type { DetailPost } from './detailvragen/detail-post.ts';
import type { VerifyToken } from './identity.ts';

/** What the API's resources work with; made once, in `main.ts`. */
export interface ApiDeps {
  readonly db: Knex;
  /** The threads that write a file open the database themselves. */
  readonly databaseUrl: string;
  /** Where the pieces of files that come in are stored. */
  readonly delen: Delenschrijver;
  readonly temporal: Client;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly telemetry: Telemetry;
  readonly verifyToken: VerifyToken;
  /** Where this process receives the details that its askers wait for. */
  readonly detailPost: DetailPost;
  readonly config: Pick<
    ApiConfig,
    | 'AANLEVERING_MAX_BYTES'
    | 'PUBLICATIE_INTREKKEN_NA'
    | 'PUBLICATIE_VEROUDERD_NA'
    | 'ZOEKVRAAG_GEDULD'
    | 'ZOEKVRAAG_GELDIG'
  >;
}
