import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { apiConfigSchema, workerConfigSchema } from '../../ops/config.ts';

const page = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8');
const rows = [...page.matchAll(/^\| `([A-Z_]+)` +\| (.+?) +\|/gm)].map(([, name, value]) => [
  name ?? '',
  value ?? '',
]);
const documented = new Map(rows as [string, string][]);
const properties = { ...apiConfigSchema.properties, ...workerConfigSchema.properties };

test('every variable has a row in docs/configuration.md, and every row a variable', () => {
  expect([...documented.keys()].sort()).toEqual(Object.keys(properties).sort());
});

test('the documented defaults are the real ones', () => {
  for (const [name, property] of Object.entries(properties)) {
    const { default: value } = property as { default?: string | number };
    if (value !== undefined) expect([name, documented.get(name)]).toEqual([name, `\`${value}\``]);
  }
});
