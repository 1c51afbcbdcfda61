import type { JsonSchema } from '../../soorten/json-schema.ts';
import { type Cel, type Celwaarde, leesCel } from '../../werkblad/lees-cel.ts';

const niets = /^(?:onbekend|niet bekend|geen|n\.?v\.?t\.?|[-–—?]+)$/i;
/** Words that say that there is none are a text of their own in a description, and none in an address or a code. */
const nooitTekst = (schema: JsonSchema, sleutel: string): boolean =>
  schema['x-vrije-tekst'] !== true || sleutel.includes('emailadres');

/** A text; in an address or a code `-` and `onbekend` are an empty cell, and white space around it means nothing. */
export function maakTekstlezer(schema: JsonSchema, sleutel: string): (cel: Cel) => Celwaarde | undefined {
  const kort = nooitTekst(schema, sleutel);
  const telefoon = schema['x-cijfers'];
  return (cel) => {
    if (!kort || cel.soort !== 'tekst') return leesCel(schema, cel);
    const tekst = telefoon === undefined ? cel.tekst.trim() : zonderNulBreuk(cel.tekst.trim());
    if (niets.test(tekst)) return undefined;
    const gelezen = leesCel(schema, { ...cel, tekst });
    if (telefoon === undefined || gelezen === undefined || 'code' in gelezen) return gelezen;
    return { waarde: leesTelefoonnummer(`${gelezen.waarde}`, telefoon, schema.maxLength) };
  };
}

/** A program that keeps whole numbers as fractions writes a telephone number as `612345678.0`. */
const zonderNulBreuk = (tekst: string): string => tekst.replace(/^(\+?[0-9]{8,15})[.,]0$/, '$1');

/**
 * The number as it is written, because the standard leaves that free; in digits alone where it would not fit
 * (`+31 6 1234 5678`).
 */
function leesTelefoonnummer(tekst: string, cijfers: number, hoogstens = Infinity): string {
  if (tekst.length <= hoogstens || !/^[0-9+(][0-9 ().+\-/]{0,40}$/.test(tekst)) return tekst;
  const kaal = tekst
    .replace(/\(0\)/g, '')
    .replace(/[ ().\-/]/g, '')
    .replace(/^(?:\+|00)31/, '0');
  return kaal.length === cijfers ? kaal : tekst;
}
