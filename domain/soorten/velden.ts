import Type, { type TOptional, type TProperties, type TSchema } from 'typebox';
import type { Codelijst } from './codelijsten.ts';

/*
 * The words in which the schemas are written. Every field carries its Dutch title, because the same schema
 * makes the OpenAPI document, the templates and the fault messages. What JSON Schema has no word for stands in
 * `x-` keywords, which its readers skip:
 * - `x-verwacht`: what a value must be, as the end of a sentence that starts with the title;
 * - `x-labels`: what each code of an enumeration means;
 * - `x-vrije-tekst`: people type here, so somebody may have typed a BSN.
 */

/** Text that people write: names, descriptions, explanations. */
export const vrijeTekst = (title: string, maxLength: number, description?: string) =>
  Type.String({ title, maxLength, 'x-vrije-tekst': true, ...uitleg(description) });

/** Text that is an address or a code: its digits have a meaning of their own. */
export const tekst = (title: string, maxLength: number, description?: string) =>
  Type.String({ title, maxLength, ...uitleg(description) });

/** Text of a fixed shape; `verwacht` says that shape in words. */
export const vorm = (title: string, pattern: string, verwacht: string, description?: string) =>
  Type.String({ title, pattern, 'x-verwacht': verwacht, ...uitleg(description) });

export const datum = (title: string, description?: string) =>
  Type.String({ title, format: 'date', ...uitleg(description) });

export const getal = (title: string, minimum: number, maximum: number, description?: string) =>
  Type.Integer({ title, minimum, maximum, ...uitleg(description) });

/** One code of a closed list. */
export const code = <const Code extends string | number>(
  title: string,
  lijst: Codelijst<Code>,
  description?: string,
) =>
  Type.Enum<Code[]>(
    lijst.map(([waarde]) => waarde),
    {
      type: typeof lijst[0]?.[0] === 'number' ? 'integer' : 'string',
      title,
      'x-labels': Object.fromEntries(lijst),
      ...uitleg(description),
    },
  );

export const lijst = <Item extends TSchema>(title: string, items: Item) => Type.Array(items, { title });

/** A part of a record: what is not named is not allowed. */
export const groep = <Velden extends TProperties>(title: string, velden: Velden) =>
  Type.Object(velden, { title, additionalProperties: false });

/** A part of a search question: what is not named is ignored. */
export const conditie = <Velden extends TProperties>(velden: Velden) => Type.Object(velden);

/** Marks all these fields as optional. */
export const optioneel = <Velden extends TProperties>(velden: Velden) =>
  Object.fromEntries(Object.entries(velden).map(([naam, veld]) => [naam, Type.Optional(veld)])) as {
    [Naam in keyof Velden]: TOptional<Velden[Naam]>;
  };

const uitleg = (description: string | undefined) => (description === undefined ? {} : { description });
