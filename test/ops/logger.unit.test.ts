import { expect, test } from '@jest/globals';
import { createLogger } from '../../ops/logger.ts';

test('an error is logged without its message, which may quote what a person wrote', () => {
  const lines: string[] = [];
  const logger = createLogger('test', 'info', { write: (line) => lines.push(line) });
  const cause = new Error('near "secret-marker"');
  logger.error({ err: new TypeError('bad value secret-marker', { cause }) }, 'Failed');
  expect(lines.join()).not.toContain('secret-marker');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    msg: 'Failed',
    err: { type: 'TypeError', cause: { type: 'Error' } },
  });
});
