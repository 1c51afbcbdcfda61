import { Type, type Static, type TObject } from 'typebox';
import { Value } from 'typebox/value';

/** Everything that is wrong with the configuration, all at once, in words for whoever starts the process. */
export class ConfigError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(
      `The configuration has ${faults.length} fault(s):\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    );
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

/**
 * Reads a configuration from environment variables: defaults filled in, numbers and booleans converted, lists
 * split on commas, an empty variable counted as absent. `faultsTogether` tells what settings that are right by
 * themselves do wrong together. Throws `ConfigError` with every fault together.
 */
export function readConfig<Schema extends TObject>(
  schema: Schema,
  env: Readonly<Record<string, string | undefined>>,
  faultsTogether: (config: Static<Schema>) => readonly string[] = () => [],
): Readonly<Static<Schema>> {
  const given = Object.fromEntries(
    Object.entries(schema.properties)
      .map(([name, property]) => [name, split(env[name], property)] as const)
      .filter(([, value]) => value !== undefined),
  );
  const value = Value.Convert(schema, Value.Default(schema, given));
  if (!Value.Check(schema, value)) throw new ConfigError(describeFaults(schema, value));
  const faults = faultsTogether(value);
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.freeze(value);
}

function split(text: string | undefined, property: unknown): unknown {
  if (text === undefined || text.trim() === '') return undefined;
  if (!Type.IsArray(property)) return text;
  return text.split(',').map((part) => part.trim());
}

function describeFaults(schema: TObject, value: unknown): string[] {
  const faults = [...Value.Errors(schema, value)].flatMap((error) => {
    if (error.keyword === 'required')
      return error.params.requiredProperties.map((name) => `${name} is required`);
    return [`${error.instancePath.slice(1)} ${error.message}`];
  });
  return [...new Set(faults)];
}
