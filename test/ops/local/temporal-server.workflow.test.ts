import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Connection } from '@temporalio/client';
import { temporalAddress } from '../../support/temporal.ts';

let connection: Connection;
beforeAll(async () => {
  connection = await Connection.connect({ address: temporalAddress() });
});
afterAll(() => connection.close());

test('the shared Temporal server knows what operators filter on', async () => {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({
    namespace: 'default',
  });
  // 2 is INDEXED_VALUE_TYPE_KEYWORD in Temporal's API.
  expect(customAttributes).toMatchObject({ Gemeente: 2, Soort: 2, Status: 2 });
});
