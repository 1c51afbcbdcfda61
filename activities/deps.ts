import type { Client } from '@temporalio/client';
import type { Knex } from 'knex';
import type { Clock } from '../domain/clock.ts';
import type { WorkerConfig } from '../ops/config.ts';
import type { Logger } from '../ops/logger.ts';
import type { Leesdraden } from './aanlevering/controle/leesdraden.ts';
import type { VumClient } from './vum/vum-client.ts';

/** What the worker's activities work with; made once, in `main.ts`. */
export interface ActivityDeps {
  readonly db: Knex;
  /** The threads that read a file open the database themselves. */
  readonly databaseUrl: string;
  readonly leesdraden: Leesdraden;
  readonly vum: Pick<VumClient, 'zoek'>;
  /** The sweep asks it what runs, before it ends what does not. */
  readonly temporal: Client;
  readonly clock: Clock;
  readonly logger: Logger;
  /** UM's own OIN: the trail in which it keeps what belongs to no gemeente. */
  readonly oinUm: string;
  readonly config: Pick<
    WorkerConfig,
    | 'AANLEVERING_WAARSCHUWING_VERDWIJNT'
    | 'AANLEVERING_GOEDKEURING_BINNEN'
    | 'AANLEVERING_BESTAND_BEWAREN'
    | 'AANLEVERING_FOUTEN_BEWAREN'
    | 'GESCHIEDENIS_BEWAREN'
    | 'PSEUDONIEM_SLEUTEL'
    | 'PUBLICATIE_INTREKKEN_NA'
    | 'PUBLICATIE_VEROUDERD_NA'
    | 'WAARDELIJSTEN_DIR'
  >;
}
