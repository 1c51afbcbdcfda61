import type { JsonSchema } from '../../soorten/json-schema.ts';
import { type Cel, type Celwaarde, leesCel } from '../../werkblad/lees-cel.ts';

const niets = /^(?:onbekend|niet bekend|geen|n\.?v\.?t\.?|[-–—?]+)$/i;
/** Words that say that there is none are a text of their own in a description, and none in an address or a code. */
const nooitTekst = (schema: JsonSchema, sleutel: string): boolean =>
  schema['x-vrije-tekst'] !== true || sleutel.includes('emailadres');

/** A text; in an address or a code `-` and `onbekend` are an empty cell, and white space around it means nothing. */
export function maakTekstlezer(schema: JsonSchema, sleutel: string): (cel: Cel) => Celwaarde | undefined {
  const kort = nooitTekst(schema, sleutel);
  const cijfers = schema['x-cijfers'];
  const isTelefoon = cijfers !== undefined;
  const kenmerk = schema['x-open-lijst'] === undefined;
  return (cel) => {
    if (kort && kenmerk && niets.test(cel.tekst.trim())) return undefined;
    if (isTelefoon && cel.soort === 'tekst')
      return { waarde: leesTelefoonnummer(cel.tekst.trim(), cijfers, schema.maxLength) };
    const gelezen = leesCel(
      schema,
      kort && cel.soort === 'tekst' ? { ...cel, tekst: cel.tekst.trim() } : cel,
    );
    return gelezen;
  };
}

/**
 * The number as it is written, because the standard leaves that free; in digits alone where it would not fit
 * (`+31 6 1234 5678`), with its zero where a spreadsheet dropped that.
 */
export function leesTelefoonnummer(tekst: string, cijfers: number, hoogstens = Infinity): string {
  if (!/^[0-9+(][0-9 ().+\-/]*$/.test(tekst)) return tekst;
  if (new RegExp(`^[1-9][0-9]{${cijfers - 2}}$`).test(tekst)) return `0${tekst}`;
  if (tekst.length <= hoogstens) return tekst;
  const kaal = tekst
    .replace(/\(0\)/g, '')
    .replace(/[ ().\-/]/g, '')
    .replace(/^(?:\+|00)31/, '0');
  return kaal.length === cijfers ? kaal : tekst;
}
