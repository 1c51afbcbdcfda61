import type { JsonSchema } from '../../soorten/json-schema.ts';
import { isRekenfout } from '../../werkblad/rekenfout.ts';

/** The parts of a cell, in its order; an empty part keeps its place. */
export type Splitser = (tekst: string) => readonly string[];

/** Between codes and labels, which hold none of these alone. */
const tussenCodes = /\s(?:en|&)\s|[;,|/\n\r]+/;
/** Between addresses, which hold no comma or white space. */
const tussenAdressen = /\s(?:en|of|\/)\s|[;,|\n\r]+/;
/** Between texts that people wrote. */
const tussenTeksten = /[;|\n\r]/;

/** What stands in no description of a code, a sign for “and” before digits included. */
const tussenOmschrevenCodes = /[;|\n\r]+|\s?[&+]\s?(?=[0-9])/;

/**
 * How a cell with a list falls apart: by the separators of the mapping, else by what cannot belong to one value.
 * `kent` says whether a text is one value as it stands: `HAVO/VWO` is. `leest` says so of a code with a description
 * behind it, which may hold the same words and signs.
 */
export function maakSplitser(
  schema: JsonSchema,
  scheiding: readonly string[] | undefined,
  kent: ((tekst: string) => boolean) | undefined,
  leest?: (tekst: string) => boolean,
): Splitser {
  const tussen = scheiding === undefined ? standaard(schema, kent !== undefined) : alsPatroon(scheiding);
  return (tekst) => {
    const kaal = tekst.trim();
    // `#N/A` is no list of two.
    if (kent?.(tekst) === true || isRekenfout(kaal)) return [tekst];
    if (scheiding === undefined && metKomma.test(kaal)) return [tekst];
    const kort = zonderLangWit(tekst);
    const delen =
      leest === undefined || scheiding !== undefined
        ? splits(kort, tussen)
        : splits(kort, tussenOmschrevenCodes).flatMap((deel) => omschrevenCodes(deel, tussen, leest));
    if (kent === undefined || scheiding !== undefined) return delen;
    return delen.flatMap((deel) => losseCodes(deel, kent));
  };
}

const splits = (tekst: string, tussen: RegExp): string[] => tekst.split(tussen).map((deel) => deel.trim());

/** `47.11 - Supermarkten en warenhuizen` is one code; where more of it has digits it may be another. */
function omschrevenCodes(deel: string, tussen: RegExp, leest: (tekst: string) => boolean): readonly string[] {
  const delen = splits(deel, tussen);
  return delen.slice(1).some((rest) => /[0-9]/.test(rest)) || !leest(deel) ? delen : [deel];
}

/** `6,12E+08` and `47,11` are one number, or nobody can tell that they are two. */
const metKomma = /^-?[0-9]+,[0-9]+(?:E[+-]?[0-9]+)?$/i;

/** A pattern that looks for a word between white space needs to look for one sign then, and not for a row of them. */
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
