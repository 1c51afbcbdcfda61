import Type, { type TOptional, type TProperties, type TSchema } from 'typebox';
import type { OpenLijstNaam } from '../waardelijsten/open-lijst.ts';
import type { Waardelijst } from '../waardelijsten/waardelijst.ts';

/*
 * The words in which the schemas are written. Every field carries its Dutch title, because the same schema
 * makes the OpenAPI document, the templates and the fault messages. What JSON Schema has no word for stands in
 * `x-` keywords, which its readers skip:
 * - `x-verwacht`: what a value must be, as the end of a sentence that starts with the title;
 * - `x-labels`: what each code of an enumeration means;
 * - `x-vrije-tekst`: people type here, so somebody may have typed a BSN;
 * - `x-cijfers`: written in digits alone it has this many; a spreadsheet drops the zeros in front;
 * - `x-open-lijst`: the codes stand on a list that others keep (domain/waardelijsten/open-lijst.ts).
 */

/** What the standard says of a field; text alone is its description. */
type Toelichting =
  string | { uitleg?: string; voorbeeld?: string | number; lijst?: OpenLijstNaam; cijfers?: number };

/** Text that people write: names, descriptions, explanations. */
export const vrijeTekst = (title: string, maxLength: number, toelichting?: Toelichting) =>
  Type.String({ title, maxLength, 'x-vrije-tekst': true, ...uitleg(toelichting) });

/** Text that is an address or a code: its digits have a meaning of their own. */
export const tekst = (title: string, maxLength: number, toelichting?: Toelichting) =>
  Type.String({ title, maxLength, ...uitleg(toelichting) });

/** Text of a fixed shape; `verwacht` says that shape in words. */
export const vorm = (title: string, pattern: string, verwacht: string, toelichting?: Toelichting) =>
  Type.String({ title, pattern, 'x-verwacht': verwacht, ...uitleg(toelichting) });

export const datum = (title: string, toelichting?: Toelichting) =>
  Type.String({ title, format: 'date', ...uitleg(toelichting) });

export const getal = (title: string, minimum: number, maximum: number, toelichting?: Toelichting) =>
  Type.Integer({ title, minimum, maximum, ...uitleg(toelichting) });

/** One code of a closed list. */
export const code = <const Code extends string | number>(
  title: string,
  lijst: Waardelijst<Code>,
  toelichting?: Toelichting,
) =>
  Type.Enum<Code[]>(
    lijst.map(([waarde]) => waarde),
    {
      type: typeof lijst[0]?.[0] === 'number' ? 'integer' : 'string',
      title,
      'x-labels': Object.fromEntries(lijst),
      ...uitleg(toelichting),
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

function uitleg(toelichting: Toelichting = {}) {
  const {
    uitleg: description,
    voorbeeld,
    lijst: openLijst,
    cijfers,
  } = typeof toelichting === 'string' ? { uitleg: toelichting } : toelichting;
  return {
    ...(description === undefined ? {} : { description }),
    ...(voorbeeld === undefined ? {} : { example: voorbeeld }),
    ...(cijfers === undefined ? {} : { 'x-cijfers': cijfers }),
    ...(openLijst === undefined ? {} : { 'x-open-lijst': openLijst }),
  };
}
