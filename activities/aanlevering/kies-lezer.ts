import type { Soort } from '../../domain/soorten/soort.ts';
import { OnleesbaarBestand } from '../../domain/validatie/onleesbaar-bestand.ts';
import type { Bestand } from './bestand.ts';
import { herkenJson } from './json/herken-json.ts';
import { leesJsonLijst } from './json/lees-json-lijst.ts';
import { leesNdjson } from './json/lees-ndjson.ts';
import type { Lezer } from './lezer.ts';
import { leesSjabloon } from './sjabloon/lees-sjabloon.ts';
import type { Formaat } from './tabel/herken/formaat.ts';
import { herken } from './tabel/herken/herken.ts';
import { tabelLezers } from './tabel/lees-tabel.ts';

export interface GekozenLezer {
  readonly formaat: Formaat;
  readonly lees: Lezer;
}

/** Bytes that tell JSON and NDJSON apart. */
const beginLengte = 64 * 1024;

/** The readers of records of a soort. The one place where a format plugs in. */
const lezers: Readonly<Record<Formaat, (soort: Soort) => Lezer>> = {
  json: () => leesJsonLijst,
  ndjson: () => leesNdjson,
  xlsx: (soort) => leesSjabloon(soort, tabelLezers.xlsx),
  ods: (soort) => leesSjabloon(soort, tabelLezers.ods),
  csv: (soort) => leesSjabloon(soort, tabelLezers.csv),
};

/** The reader for this file, by its content: a name says nothing. Throws `OnleesbaarBestand`. */
export async function kiesLezer(bestand: Bestand, soort: Soort): Promise<GekozenLezer> {
  const formaat =
    herkenJson(Buffer.from(await bestand.lees(0, beginLengte))) ?? (await herkenAnders(bestand));
  return { formaat, lees: lezers[formaat](soort) };
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
