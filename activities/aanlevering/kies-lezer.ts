import { OnleesbaarBestand } from '../../domain/validatie/onleesbaar-bestand.ts';
import type { Bestand } from './bestand.ts';
import { herkenJson } from './json/herken-json.ts';
import { leesJsonLijst } from './json/lees-json-lijst.ts';
import { leesNdjson } from './json/lees-ndjson.ts';
import type { Lezer } from './lezer.ts';
import type { Formaat } from './tabel/herken/formaat.ts';
import { herken } from './tabel/herken/herken.ts';

export interface GekozenLezer {
  readonly formaat: Formaat;
  readonly lees: Lezer;
}

/** Bytes that tell JSON and NDJSON apart. */
const beginLengte = 64 * 1024;

/** The readers of records. The one place where a format plugs in. */
const lezers: Readonly<Partial<Record<Formaat, Lezer>>> = { json: leesJsonLijst, ndjson: leesNdjson };

/** The reader for this file, by its content: a name says nothing. Throws `OnleesbaarBestand`. */
export async function kiesLezer(bestand: Bestand): Promise<GekozenLezer> {
  const formaat =
    herkenJson(Buffer.from(await bestand.lees(0, beginLengte))) ?? (await herkenAnders(bestand));
  const lees = lezers[formaat];
  if (lees) return { formaat, lees };
  throw new OnleesbaarBestand(
    'bestand-formaat',
    'Dit bestand is geen JSON. Lever een JSON-lijst aan ([ … ]), of één record per regel (NDJSON).',
  );
}

/** JSON in ASCII's company was seen before; what still looks like JSON is in an encoding that JSON may not have. */
async function herkenAnders(bestand: Bestand): Promise<Formaat> {
  const formaat = await herken(bestand);
  if (formaat !== 'json' && formaat !== 'ndjson') return formaat;
  throw new OnleesbaarBestand(
    'bestand-codering',
    'Het bestand heeft niet de codering UTF-8. Bewaar het met de codering UTF-8 en lever het opnieuw aan.',
  );
}
