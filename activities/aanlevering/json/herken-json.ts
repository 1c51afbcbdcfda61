import type { Soort } from '../../../domain/soorten/soort.ts';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import { bomLengte } from './tekst.ts';

export type JsonFormaat = 'json' | 'ndjson';

/**
 * Which of the two JSON formats a file has, by its first bytes; undefined when it is neither, or in UTF-16. Throws
 * `OnleesbaarBestand` for one object around the list, or over several lines as an export with a wrapper often is.
 */
export function herkenJson(begin: Buffer, { schema }: Pick<Soort, 'schema'>): JsonFormaat | undefined {
  if (begin.subarray(0, 2).includes(0)) return undefined;
  const tekst = begin.subarray(bomLengte(begin)).toString('latin1').trimStart();
  if (tekst.startsWith('[')) return 'json';
  if (!tekst.startsWith('{')) return undefined;
  if (isEenObject(tekst) || isOmslag(tekst, schema)) {
    throw new OnleesbaarBestand(
      'bestand-formaat',
      'Het bestand is één JSON-object. Lever een lijst aan ([ … ]), of één record per regel (NDJSON).',
      { regel: 1 },
    );
  }
  return 'ndjson';
}

/** Lines of NDJSON begin with { each; a broken first line may not end with }, but then the second begins anew. */
function isEenObject(tekst: string): boolean {
  const [eerste = '', ...overige] = tekst.split('\n', 50);
  if (eerste.trimEnd().endsWith('}')) return false;
  const tweede = overige.find((regel) => regel.trim() !== '');
  return tweede !== undefined && !tweede.startsWith('{');
}

/** A list of objects comes first, under a name that no record has. */
function isOmslag(tekst: string, schema: Soort['schema']): boolean {
  const naam = /^\{\s*"([^"\\]+)"\s*:\s*\[\s*\{/.exec(tekst)?.[1];
  const { properties } = schema as { readonly properties?: object };
  return naam !== undefined && properties !== undefined && !Object.hasOwn(properties, naam);
}
