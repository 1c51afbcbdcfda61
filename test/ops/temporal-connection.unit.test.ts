import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { freePort } from '../../ops/local/ports.ts';
import { openTemporalConnection } from '../../ops/temporal-connection.ts';

test('closing leaves nothing behind that tries again', async () => {
  const { connection, close } = openTemporalConnection(`127.0.0.1:${await freePort()}`);
  const answer = connection.workflowService.getSystemInfo({}).then(
    () => 'answered',
    () => 'refused',
  );
  await sleep(400);
  await close();
  expect(await Promise.race([answer, sleep(0, 'still trying')])).toBe('refused');
});
