import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { Value } from 'typebox/value';
import type { Verzoekfout } from '../domain/errors.ts';

const validators = new WeakMap<TSchema, Validator>();

/** Checks a JSON body as it is; `fouten` lists everything that is wrong with it. */
export function checkBody(schema: TSchema, value: unknown, fouten: Verzoekfout[]): void {
  collect(schema, value, 'body', fouten);
}

/** Converts the texts of a path or query to the schema's types, fills in defaults and checks. */
export function checkTexts(
  schema: TSchema,
  texts: Readonly<Record<string, unknown>>,
  where: 'path' | 'query',
  fouten: Verzoekfout[],
): unknown {
  const value = Value.Convert(schema, Value.Default(schema, { ...texts }));
  collect(schema, value, where, fouten);
  return value;
}

function collect(schema: TSchema, value: unknown, where: Verzoekfout['in'], fouten: Verzoekfout[]): void {
  let validator = validators.get(schema);
  if (!validator) validators.set(schema, (validator = Compile(schema)));
  if (validator.Check(value)) return;
  for (const error of validator.Errors(value)) {
    for (const { pad, melding } of inDutch(error)) {
      const place = where === 'body' ? pad : pad.slice(1);
      if (!fouten.some((fout) => fout.in === where && fout.pad === place && fout.melding === melding)) {
        fouten.push({ in: where, pad: place, melding });
      }
    }
  }
}

type ValidationError = ReturnType<Validator['Errors']>[number];

function inDutch(error: ValidationError): { pad: string; melding: string }[] {
  const pad = error.instancePath;
  switch (error.keyword) {
    case 'required':
      return error.params.requiredProperties.map((name) => ({
        pad: `${pad}/${name}`,
        melding: 'is verplicht',
      }));
    case 'additionalProperties':
      return error.params.additionalProperties.map((name) => ({
        pad: `${pad}/${name}`,
        melding: 'is onbekend',
      }));
    case 'type':
      return [{ pad, melding: `moet ${[error.params.type].flat().map(inWoorden).join(' of ')} zijn` }];
    case 'enum':
      return [{ pad, melding: `moet een van deze waarden zijn: ${error.params.allowedValues.join(', ')}` }];
    case 'minLength':
      return [{ pad, melding: `moet ten minste ${error.params.limit} tekens hebben` }];
    case 'maxLength':
      return [{ pad, melding: `mag hoogstens ${error.params.limit} tekens hebben` }];
    case 'minimum':
      return [{ pad, melding: `moet ten minste ${error.params.limit} zijn` }];
    case 'maximum':
      return [{ pad, melding: `mag hoogstens ${error.params.limit} zijn` }];
    case 'pattern':
      return [{ pad, melding: `moet voldoen aan het patroon ${String(error.params.pattern)}` }];
    case 'format':
      return [{ pad, melding: `moet de vorm ${error.params.format} hebben` }];
    case 'boolean':
      return [{ pad, melding: 'is onbekend' }];
    default:
      return [{ pad, melding: 'heeft niet de juiste vorm' }];
  }
}

const woorden: Readonly<Record<string, string>> = {
  integer: 'een geheel getal',
  number: 'een getal',
  string: 'een tekst',
  boolean: 'true of false',
  object: 'een object',
  array: 'een lijst',
};

const inWoorden = (type: string): string => woorden[type] ?? type;
