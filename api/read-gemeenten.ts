import { readFile } from 'node:fs/promises';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { GemeenteRow } from '../db/tables.ts';
import { ConfigError } from '../ops/read-config.ts';

const schema = Type.Array(
  Type.Object({
    oin: Type.String({ pattern: '^[0-9A-Za-z]{20}$' }),
    naam: Type.String({ minLength: 1, maxLength: 200 }),
  }),
);

/** Reads the gemeenten that UM serves from their JSON file. Throws `ConfigError` when the file is not such a list. */
export async function readGemeenten(file: string): Promise<GemeenteRow[]> {
  const value = parse(await readFile(file, 'utf8'));
  if (Value.Check(schema, value)) return value;
  throw new ConfigError([
    `GEMEENTEN_FILE ${file} must be a JSON array of {"oin": "20 characters", "naam": "…"}`,
  ]);
}

/** Undefined for what is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
