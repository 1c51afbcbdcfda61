import type { JsonSchema } from '../../soorten/json-schema.ts';

/** The parts of a cell, in its order; an empty part keeps its place. */
export type Splitser = (tekst: string) => readonly string[];

/** Between codes and labels, which hold none of these alone. */
const tussenCodes = /[;,|/\n\r]+|\s+(?:en|&)\s+/;
/** Between addresses, which hold no comma or white space. */
const tussenAdressen = /[;,|\n\r]+|\s+(?:en|of|\/)\s+/;
/** Between texts that people wrote. */
const tussenTeksten = /[;|\n\r]/;

/**
 * How a cell with a list falls apart: by the separators of the mapping, else by what cannot belong to one value.
 * `kent` says whether a text is one value as it stands: `HAVO/VWO` is.
 */
export function maakSplitser(
  schema: JsonSchema,
  scheiding: readonly string[] | undefined,
  kent: ((tekst: string) => boolean) | undefined,
): Splitser {
  const tussen = scheiding === undefined ? standaard(schema, kent !== undefined) : alsPatroon(scheiding);
  return (tekst) => {
    if (kent?.(tekst) === true || (scheiding === undefined && metKomma.test(tekst.trim()))) return [tekst];
    const delen = zonderLangWit(tekst)
      .split(tussen)
      .map((deel) => deel.trim());
    if (kent === undefined || scheiding !== undefined) return delen;
    return delen.flatMap((deel) => losseCodes(deel, kent));
  };
}

/** `6,12E+08` and `47,11` are one number, or nobody can tell that they are two. */
const metKomma = /^-?[0-9]+,[0-9]+(?:E[+-]?[0-9]+)?$/i;

/** A pattern that begins with white space would try a long row of it from every place. */
const zonderLangWit = (tekst: string): string => tekst.replace(/[^\S\n\r]+/g, ' ');

/** `B BE` are two codes where each of them is one and the whole is none. */
function losseCodes(deel: string, kent: (tekst: string) => boolean): readonly string[] {
  if (!deel.includes(' ') || kent(deel)) return [deel];
  const woorden = deel.split(/\s+/);
  return woorden.every(kent) ? woorden : [deel];
}

function standaard(schema: JsonSchema, metCodes: boolean): RegExp {
  if (metCodes) return tussenCodes;
  const isAdres = schema['x-vrije-tekst'] !== true || schema.title === 'E-mailadres';
  return isAdres ? tussenAdressen : tussenTeksten;
}

const alsPatroon = (scheiding: readonly string[]): RegExp =>
  new RegExp(scheiding.map((teken) => teken.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'));
