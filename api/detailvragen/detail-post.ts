import { randomUUID } from 'node:crypto';
import { Worker, type NativeConnection } from '@temporalio/worker';
import { createDetailOphalen } from '../../activities/detailvraag/ophalen.ts';
import { Wachtkamer } from '../../activities/detailvraag/wachtkamer.ts';
import type { VumClient } from '../../activities/vum/vum-client.ts';
import type { Logger } from '../../ops/logger.ts';
import type { ApiTaskQueue } from '../../workflows/contract.ts';

/** Where a process receives the details that its own askers wait for. */
export interface DetailPost {
  readonly wachtkamer: Wachtkamer;
  /** Known to this process alone: no other can receive what is sent here. */
  readonly taskQueue: ApiTaskQueue;
}

/** A post that is open: a worker in this process that fetches details, and nothing else. */
export interface OpenDetailPost extends DetailPost {
  /** Stops taking work and waits for what is being fetched. */
  sluit(): Promise<void>;
}

export interface DetailPostOpties {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly vum: Pick<VumClient, 'detail'>;
  readonly logger: Logger;
}

/** Details fetched at the same time, at most; more wait for their turn. */
const tegelijk = 100;

export async function openDetailPost(opties: DetailPostOpties): Promise<OpenDetailPost> {
  const wachtkamer = new Wachtkamer();
  const taskQueue: ApiTaskQueue = `um-api-${randomUUID()}`;
  const worker = await Worker.create({
    connection: opties.connection,
    namespace: opties.namespace,
    taskQueue,
    activities: createDetailOphalen({ vum: opties.vum, wachtkamer, logger: opties.logger }),
    maxConcurrentActivityTaskExecutions: tegelijk,
    shutdownGraceTime: '12s',
  });
  const gestopt = worker.run().catch((err: unknown) => {
    opties.logger.fatal(
      { err },
      'The worker that fetches details stopped; details will fail until a restart',
    );
  });
  return {
    wachtkamer,
    taskQueue,
    async sluit() {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await gestopt;
    },
  };
}
