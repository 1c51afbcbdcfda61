import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import { bomLengte } from './tekst.ts';

export type JsonFormaat = 'json' | 'ndjson';

/**
 * Which of the two JSON formats a file has, by its first bytes; undefined when it is neither. Throws
 * `OnleesbaarBestand` for one object over several lines, which is what an export with a wrapper looks like.
 */
export function herkenJson(begin: Buffer): JsonFormaat | undefined {
  const tekst = begin.subarray(bomLengte(begin)).toString('latin1').trimStart();
  if (tekst.startsWith('[')) return 'json';
  if (!tekst.startsWith('{')) return undefined;
  if (isEenObject(tekst)) {
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
