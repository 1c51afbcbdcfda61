import type { TObject, TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { Value } from 'typebox/value';
import type { Verzoekfout } from '../domain/errors.ts';

const validators = new WeakMap<TSchema, Validator>();

/** Checks a JSON body as it is; `fouten` lists everything that is wrong with it. */
export function checkBody(schema: TSchema, value: unknown, fouten: Verzoekfout[]): void {
  collect(schema, value, 'body', fouten);
}

/** Reads the texts of a path or query as the schema's types, fills in defaults and checks. */
export function checkTexts(
  schema: TObject,
  texts: Readonly<Record<string, unknown>>,
  where: 'path' | 'query',
  fouten: Verzoekfout[],
): unknown {
  const gelezen = Object.entries(texts).map(([naam, tekst]) => [
    naam,
    leesTekst(schema.properties[naam], tekst),
  ]);
  const value = Value.Default(schema, Object.fromEntries(gelezen));
  collect(schema, value, where, fouten);
  return value;
}

/** A whole number as such, and nothing that only resembles one; what is no text of its type is left to the check. */
function leesTekst(schema: TSchema | undefined, tekst: unknown): unknown {
  const isGetal = (schema as { type?: unknown } | undefined)?.type === 'integer';
  return isGetal && typeof tekst === 'string' && /^-?\d+$/.test(tekst) ? Number(tekst) : tekst;
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
