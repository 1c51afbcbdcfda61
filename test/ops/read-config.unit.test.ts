import { expect, test } from '@jest/globals';
import { Type } from 'typebox';
import { ConfigError, readConfig } from '../../ops/read-config.ts';

const schema = Type.Object({
  URL: Type.String({ pattern: '^https:' }),
  PORT: Type.Integer({ minimum: 0, default: 8080 }),
  NAMES: Type.Array(Type.String(), { minItems: 1 }),
  OPTIONAL: Type.Optional(Type.String()),
});

test('converts, splits lists and fills in defaults', () => {
  const config = readConfig(schema, { URL: 'https://x', NAMES: 'a, b', OPTIONAL: '', OTHER: 'ignored' });
  expect(config).toEqual({ URL: 'https://x', PORT: 8080, NAMES: ['a', 'b'] });
  expect(Object.isFrozen(config)).toBe(true);
});

test('reports every fault together', () => {
  const read = () => readConfig(schema, { URL: 'ftp://x', PORT: 'many' });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(/URL[^]*PORT|PORT[^]*URL/);
  expect(read).toThrow(/NAMES is required/);
});

test('settings that are right by themselves may be wrong together', () => {
  const env = { URL: 'https://x', NAMES: 'a' };
  const together = ({ PORT, NAMES }: { PORT: number; NAMES: string[] }) =>
    PORT > NAMES.length ? ['PORT must not be more than there are NAMES'] : [];
  const read = (PORT: string) => () => readConfig(schema, { ...env, PORT }, together);
  expect(read('1')()).toMatchObject({ PORT: 1 });
  expect(read('2')).toThrow('1 fault(s):\n  - PORT must not be more than there are NAMES');
});
