import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { encodeSearchAttributeIndexedValueType } from '@temporalio/common/lib/search-attributes.js';
import { temporalAddress } from './temporal.ts';

const keyword = encodeSearchAttributeIndexedValueType('KEYWORD');

/**
 * A namespace of its own for one test file, with UM's search attributes: every file has workers on the same
 * queue, and they must not take each other's work.
 */
export async function createTestNamespace(address = temporalAddress()): Promise<string> {
  if (keyword === undefined) throw new Error('Temporal has no keyword search attributes');
  const namespace = `test-${randomBytes(6).toString('hex')}`;
  const connection = await Connection.connect({ address });
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: msToTs('1 day'),
    });
    await untilKnown(() =>
      connection.operatorService.addSearchAttributes({
        namespace,
        searchAttributes: { Gemeente: keyword, Soort: keyword, Status: keyword },
      }),
    );
    await untilKnown(() =>
      connection.workflowService.listWorkflowExecutions({ namespace, query: 'Gemeente = "x"' }),
    );
    return namespace;
  } finally {
    await connection.close();
  }
}

/** A new namespace reaches the server's caches within seconds. */
async function untilKnown(ask: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await ask();
      return;
    } catch (error) {
      if (attempt === 100) throw error;
      await sleep(100);
    }
  }
}
