import type { TSchema } from 'typebox';
import type { OpenLijstNaam } from '../waardelijsten/open-lijst.ts';

/**
 * What UM's schemas are made of, as far as the projection and the faults read them. Any other keyword is
 * checked by TypeBox alone.
 */
export interface JsonSchema {
  readonly type?: 'object' | 'array' | 'string' | 'integer';
  readonly title?: string;
  readonly description?: string;
  readonly example?: string | number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly enum?: readonly (string | number)[];
  readonly anyOf?: readonly JsonSchema[];
  readonly pattern?: string;
  readonly format?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly 'x-verwacht'?: string;
  readonly 'x-labels'?: Readonly<Record<string, string>>;
  readonly 'x-vrije-tekst'?: true;
  readonly 'x-cijfers'?: number;
  readonly 'x-open-lijst'?: OpenLijstNaam;
}

export const jsonSchema = (schema: TSchema): JsonSchema => schema;

export const isGroep = (waarde: unknown): waarde is Readonly<Record<string, unknown>> =>
  typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);
