import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { Client } from '@temporalio/client';
import type { ActivityDeps } from '../../activities/deps.ts';
import { Leesdraden } from '../../activities/aanlevering/controle/leesdraden.ts';
import { createActivities } from '../../activities/index.ts';
import { taskQueue } from '../../workflows/contract.ts';
import { workflowBundle } from './workflow-bundle.ts';

export interface TestWorker {
  stop(): Promise<void>;
}

export interface TestWorkerOptions {
  readonly address: string;
  readonly namespace: string;
  readonly deps: Omit<ActivityDeps, 'temporal' | 'config' | 'leesdraden'> &
    Partial<Pick<ActivityDeps, 'config' | 'leesdraden'>>;
}

/** As the worker is set up unless somebody wants it otherwise. */
export const standaardConfig: ActivityDeps['config'] = {
  AANLEVERING_WAARSCHUWING_VERDWIJNT: 25,
  AANLEVERING_GOEDKEURING_BINNEN: 'P3D',
  GESCHIEDENIS_BEWAREN: 'P1Y',
  AANLEVERING_BESTAND_BEWAREN: 'P1D',
  AANLEVERING_FOUTEN_BEWAREN: 'P30D',
  PSEUDONIEM_SLEUTEL: 'een-geheim-alleen-voor-tests-0123456789',
};

Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });

let bundle: ReturnType<typeof workflowBundle> | undefined;

/** The worker as it runs in production, in the test's process. */
export async function startTestWorker({ address, namespace, deps }: TestWorkerOptions): Promise<TestWorker> {
  bundle ??= workflowBundle();
  const connection = await NativeConnection.connect({ address });
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowBundle: await bundle,
    activities: createActivities({
      config: standaardConfig,
      leesdraden: new Leesdraden(0),
      ...deps,
      temporal: new Client({ connection, namespace }),
    }),
    maxHeartbeatThrottleInterval: '1s',
    shutdownGraceTime: '1s',
  });
  const stopped = worker.run();
  return {
    async stop() {
      worker.shutdown();
      await stopped;
      await connection.close();
    },
  };
}
