import type { Knex } from 'knex';
import type { Clock } from '../domain/clock.ts';
import type { Logger } from '../ops/logger.ts';
import type { VumClient } from './vum/vum-client.ts';

/** What the worker's activities work with; made once, in `main.ts`. */
export interface ActivityDeps {
  readonly db: Knex;
  /** The threads that read a file open the database themselves. */
  readonly databaseUrl: string;
  readonly vum: Pick<VumClient, 'zoek'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** UM's own OIN: the trail in which it keeps what belongs to no gemeente. */
  readonly oinUm: string;
}
