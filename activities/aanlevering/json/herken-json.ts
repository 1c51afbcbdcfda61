import type { Soort } from '../../../domain/soorten/soort.ts';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import { leesbareNaam } from '../../../domain/validatie/plek.ts';
import { mutatieVeld } from '../mutatie.ts';
import { bomLengte } from './tekst.ts';
import { veldnamen } from './veldnamen.ts';

export type JsonFormaat = 'json' | 'ndjson';

/**
 * Which of the two JSON formats a file has, by its first bytes; undefined when it is neither, or in UTF-16. Throws
 * `OnleesbaarBestand` for one object around the list, or over several lines as an export with a wrapper often is, for
 * comments before it, and where the whole file (`compleet`) is one value.
 */
export function herkenJson(
  begin: Buffer,
  { schema }: Pick<Soort, 'schema'>,
  compleet: boolean,
): JsonFormaat | undefined {
  if (begin.subarray(0, 2).includes(0)) return undefined;
  const tekst = begin.subarray(bomLengte(begin)).toString().trimStart();
  if (tekst.startsWith('[')) return 'json';
  if (COMMENTAAR.test(tekst))
    throw geenLijst(
      'Vóór de JSON staat commentaar (// of /*), en dat kent JSON niet. Haal het weg en lever het bestand opnieuw aan.',
    );
  if (compleet && isLosseWaarde(tekst))
    throw geenLijst(
      'In het bestand staat één losse waarde en geen record. Lever een lijst aan ([ … ]), één record per regel (NDJSON), of een tabel.',
    );
  if (!tekst.startsWith('{')) return undefined;
  const lijst = lijstInOmslag(tekst, schema);
  if (lijst !== undefined)
    throw geenLijst(
      `Het bestand is één JSON-object, met een lijst onder “${leesbareNaam(lijst)}”. Lever alleen die lijst aan, van [ tot en met ], of één record per regel (NDJSON).`,
    );
  if (isEenObject(tekst))
    throw geenLijst(
      'Het bestand is één JSON-object. Lever een lijst aan ([ … ]), of één record per regel (NDJSON).',
    );
  return 'ndjson';
}

const geenLijst = (melding: string): OnleesbaarBestand =>
  new OnleesbaarBestand('bestand-formaat', melding, { regel: 1 });

const COMMENTAAR = /^(?:(?:\/\/|#)[^\n]*\n\s*|\/\*(?:[^*]|\*(?!\/))*\*\/\s*)+[[{]/;

function isLosseWaarde(tekst: string): boolean {
  if (!/^["\-0-9tfn]/.test(tekst)) return false;
  try {
    JSON.parse(tekst);
    return true;
  } catch {
    return false;
  }
}

/** Lines of NDJSON begin with { each; a broken first line may not end with }, but then the second begins anew. */
function isEenObject(tekst: string): boolean {
  const [eerste = '', ...overige] = tekst.split('\n', 50);
  if (eerste.trimEnd().endsWith('}')) return false;
  const tweede = overige.find((regel) => regel.trim() !== '');
  return tweede !== undefined && !tweede.startsWith('{');
}

/** How deep a list is looked for, where objects lie around it. */
const DIEPST = 4;

/**
 * The name of the first list of objects, in an object of which no name is that of a field of a record. It may lie
 * deeper where all is on one line: that is no record then, and others do not follow.
 */
function lijstInOmslag(
  tekst: string,
  schema: Soort['schema'],
  dieper = tekst.trimEnd().includes('\n') ? 0 : DIEPST,
): string | undefined {
  const { properties = {} } = schema as { readonly properties?: object };
  let gevonden: string | undefined;
  let binnenin: string | undefined;
  for (const { naam, waarde } of veldnamen(tekst)) {
    if (naam === mutatieVeld || Object.hasOwn(properties, naam)) return undefined;
    if (/^\[\s*\{/.test(tekst.slice(waarde, waarde + 1_000))) gevonden ??= naam;
    else if (dieper > 0 && tekst[waarde] === '{')
      binnenin ??= lijstInOmslag(tekst.slice(waarde), schema, dieper - 1);
  }
  return gevonden ?? binnenin;
}
