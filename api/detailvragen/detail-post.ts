import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { Knex } from 'knex';
import { createDetailOphalen } from '../../activities/detailvraag/ophalen.ts';
import { Wachtkamer } from '../../activities/detailvraag/wachtkamer.ts';
import type { VumClient } from '../../activities/vum/vum-client.ts';
import type { Clock } from '../../domain/clock.ts';
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
  readonly db: Knex;
  readonly clock: Clock;
  readonly address: string;
  readonly namespace: string;
  readonly vum: Pick<VumClient, 'detail'>;
  readonly logger: Logger;
}

/** Details fetched at the same time, at most; more wait for their turn. */
const tegelijk = 100;
const opnieuwNaMs = 2_000;

/**
 * Opens the post of this process. It does not wait for Temporal: the API starts, and answers what it can,
 * without it, and the post opens as soon as Temporal is there.
 */
export function openDetailPost(opties: DetailPostOpties): OpenDetailPost {
  const wachtkamer = new Wachtkamer();
  const taskQueue: ApiTaskQueue = `um-api-${randomUUID()}`;
  const dicht = new AbortController();
  const klaar = houdOpen(opties, { wachtkamer, taskQueue }, dicht.signal);
  return {
    wachtkamer,
    taskQueue,
    async sluit() {
      dicht.abort();
      await klaar;
    },
  };
}

async function houdOpen(opties: DetailPostOpties, post: DetailPost, dicht: AbortSignal): Promise<void> {
  while (!dicht.aborted) {
    try {
      await haalOpTot(opties, post, dicht);
    } catch (err) {
      opties.logger.error({ err }, 'No connection with Temporal: details cannot be fetched now');
      await sleep(opnieuwNaMs, undefined, { signal: dicht }).catch(() => undefined);
    }
  }
}

/** Fetches what is asked until the post closes; throws when the connection is lost for good. */
async function haalOpTot(opties: DetailPostOpties, post: DetailPost, dicht: AbortSignal): Promise<void> {
  const connection = await NativeConnection.connect({ address: opties.address });
  try {
    const worker = await Worker.create({
      connection,
      namespace: opties.namespace,
      taskQueue: post.taskQueue,
      activities: createDetailOphalen({ ...opties, wachtkamer: post.wachtkamer }),
      maxConcurrentActivityTaskExecutions: tegelijk,
      shutdownGraceTime: '12s',
    });
    await worker.runUntil(
      new Promise<void>((sluit) => {
        if (dicht.aborted) sluit();
        dicht.addEventListener('abort', () => sluit());
      }),
    );
  } finally {
    await connection.close();
  }
}
