import type { JsonSchema } from '../../soorten/json-schema.ts';
import { typeMelding } from '../../validatie/melding.ts';
import { zonderRekenrest } from '../../werkblad/heel-getal.ts';
import type { Cel, Celwaarde } from '../../werkblad/lees-cel.ts';

/** The words that may stand behind a number, by what the field counts; told by the key of the field. */
const eenheden: readonly (readonly [veld: RegExp, woorden: string])[] = [
  [/werkuren/i, 'uur|uren|u|uur per week|uren per week|u/w|uur/week|uren/week|uur p/w|upw|p/w|per week'],
  [/reisafstand/i, 'km|kilometer|kilometers|k.m.'],
  [/reistijd/i, 'minuten|minuut|min|min.'],
  [/aantalJaren/i, 'jaar|jaren|jr|jr.'],
];

/** No number with its unit is longer, and a longer text need not be looked at. */
const LANGST = 200;
const GEHEEL = /^-?[0-9]{1,15}$/;
const niets = /^(?:onbekend|niet bekend|geen|n\.?v\.?t\.?|[-–—?]+)$/i;

/** A whole number, with or without its unit. `32,0` is whole; `32,5` is not, and `32.000` could be a thousandfold. */
export function maakGetallezer(
  schema: JsonSchema,
  sleutel: string,
  eigenEenheid: string | undefined,
): (cel: Cel) => Celwaarde | undefined {
  const bekend = eenheden.find(([veld]) => veld.test(sleutel));
  const woorden = [...(bekend?.[1].split('|') ?? []), ...(eigenEenheid === undefined ? [] : [eigenEenheid])];
  const achter = woorden.map((woord) => woord.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const geschreven = new RegExp(`^(-?[0-9]{1,15})(?:[.,]0{1,2})?\\s*(?:${achter})?$`, 'i');
  const inUren = bekend?.[0].test('werkuren') === true;
  const isSbi = schema['x-open-lijst'] === 'sbi';
  return (cel) => {
    const tekst = cel.tekst.length > LANGST ? '' : zonderRekenrest(cel).trim();
    if (GEHEEL.test(tekst)) return { waarde: Number(tekst) };
    const getal = isSbi
      ? sbiCode(cel, tekst)
      : (geschreven.exec(tekst)?.[1] ?? (inUren ? urenVan(cel.soort, tekst, sleutel) : undefined));
    if (getal !== undefined) return { waarde: Number(getal) };
    if (niets.test(tekst)) return undefined;
    const gezegde = isSbi && SBI_TWIJFEL.test(tekst) ? sbiTwijfel(tekst) : typeMelding(schema, undefined);
    return { waarde: cel.tekst, code: 'type', gezegde };
  };
}

const DUUR = /^([0-9]{1,3}):00:00$/;
const BEREIK =
  /^([0-9]{1,2})\s*(?:u|uur)?\s*(?:-|–|tot en met|tot|t\/m|à)\s*([0-9]{1,2})\s*(?:u|uur|uren)?(?: per week)?\.?$/i;
const GRENS = /^(max|min)(?:imaal|imum)?\.?\s*([0-9]{1,2})\s*(?:u|uur|uren)?(?: per week)?\.?$/i;

/** Hours in words of which the field takes one end: `24-32 uur`, `max. 32`; a spreadsheet takes 32:00 for a duration. */
function urenVan(soort: Cel['soort'], tekst: string, sleutel: string): string | undefined {
  if (soort === 'tijd') return DUUR.exec(tekst)?.[1];
  const kant = sleutel.endsWith('Maximaal') ? 'max' : 'min';
  const [, laagste = '', hoogste = ''] = BEREIK.exec(tekst) ?? [];
  if (laagste !== '')
    return Number(laagste) > Number(hoogste) ? undefined : kant === 'max' ? hoogste : laagste;
  const [, woord, grens] = GRENS.exec(tekst) ?? [];
  return woord?.toLowerCase() === kant ? grens : undefined;
}

/** As the CBS writes it (`47`, `47.1`, `47.11`, `47.11.1`), all in digits, or with a point for the thousands. */
const SBI =
  /^([0-9]{2}(?:\.[0-9]|\.[0-9]{2}(?:\.[0-9])?|\.[0-9]{3})?|[0-9]{2,7})(?:\s*[-:–]?\s+\D.*|\s*-\s*\D.*)?$/;
/** A program that keeps whole numbers as fractions writes 4711 as `4711.0`. */
const SBI_BREUK = /^([0-9]|[0-9]{3,5})[.,]0{1,2}$/;
/** It writes 11 so as well, and 11.0 is another code: that of the group 110. */
const SBI_TWIJFEL = /^[0-9]{2}\.00?$/;

const sbiTwijfel = (tekst: string): string =>
  `kan ${tekst.slice(0, 2)} of ${tekst.replace('.', '')} betekenen; schrijf de code zonder punt`;

/**
 * `47.11`, also with its description behind it: `47.11 - Supermarkten`. A number with a point has lost the zero of
 * 47.10, unless its format kept that in sight.
 */
function sbiCode({ soort, weergave }: Cel, tekst: string): string | undefined {
  const geschreven = soort === 'getal' ? weergave?.replace(',', '.') : tekst;
  if (geschreven === undefined || SBI_TWIJFEL.test(geschreven)) return undefined;
  const [, code] = SBI_BREUK.exec(geschreven) ?? SBI.exec(geschreven) ?? [];
  return code?.replaceAll('.', '');
}
