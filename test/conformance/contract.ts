import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import type { ContractSchema } from './mutaties.ts';

interface ContractDocument {
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/** One official contract file, as a judge of values. */
export interface Contract {
  readonly schema: (naam: string) => ContractSchema;
  readonly oordeel: (naam: string) => ValidateFunction;
}

export function leesContract(map: string, bestand: string): Contract {
  const document = parse(readFileSync(join(map, 'contracts', bestand), 'utf8')) as ContractDocument;
  const ajv = new Ajv({ strict: false, allErrors: false });
  addFormats.default(ajv);
  ajv.addSchema(document, 'contract');
  const verwijzing = (naam: string): string => `#/components/schemas/${naam}`;
  return {
    schema: (naam) => ingevuld(document, { $ref: verwijzing(naam) }) as ContractSchema,
    oordeel: (naam) => ajv.compile({ $ref: `contract${verwijzing(naam)}` }),
  };
}

/** The contracts hold no circular references, so every `$ref` can be replaced by what it refers to. */
function ingevuld(document: ContractDocument, deel: unknown): unknown {
  if (Array.isArray(deel)) return deel.map((element) => ingevuld(document, element));
  if (typeof deel !== 'object' || deel === null) return deel;
  if ('$ref' in deel && typeof deel.$ref === 'string') {
    const naam = deel.$ref.slice(deel.$ref.lastIndexOf('/') + 1);
    return ingevuld(document, document.components.schemas[naam]);
  }
  return Object.fromEntries(Object.entries(deel).map(([naam, waarde]) => [naam, ingevuld(document, waarde)]));
}
