import type { Soort } from '../../domain/soorten/soort.ts';
import { OnleesbaarBestand } from '../../domain/validatie/onleesbaar-bestand.ts';
import type { Bestand } from './bestand.ts';
import { herkenJson } from './json/herken-json.ts';
import { leesJsonLijst } from './json/lees-json-lijst.ts';
import { leesNdjson } from './json/lees-ndjson.ts';
import type { Lezer } from './lezer.ts';
import { leesTabelbestand } from './lees-tabelbestand.ts';
import { geenHulp, type MappingHulp, type MeldMapping } from './mapping/mapping-hulp.ts';
import { openWerkboek, type OpenWerkboek } from './open-werkboek.ts';
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
const lezers: Readonly<
  Record<Formaat, (soort: Soort, hulp: MappingHulp, meld: MeldMapping, open: OpenWerkboek) => Lezer>
> = {
  json: () => leesJsonLijst,
  ndjson: () => leesNdjson,
  xlsx: (...wat) => leesTabelbestand(tabelLezers.xlsx, ...wat),
  ods: (...wat) => leesTabelbestand(tabelLezers.ods, ...wat),
  csv: (...wat) => leesTabelbestand(tabelLezers.csv, ...wat),
};

/** The reader for this file, by its content: a name says nothing. Throws `OnleesbaarBestand`. */
export async function kiesLezer(
  bestand: Bestand,
  soort: Soort,
  hulp: MappingHulp = geenHulp,
  meld: MeldMapping = () => undefined,
  open: OpenWerkboek = openWerkboek,
): Promise<GekozenLezer> {
  const begin = Buffer.from(await bestand.lees(0, beginLengte));
  const formaat = herkenJson(begin, soort, begin.length === bestand.grootte) ?? (await herkenAnders(bestand));
  if (hulp.gevraagd !== null && (formaat === 'json' || formaat === 'ndjson')) throw geenTabel();
  return { formaat, lees: lezers[formaat](soort, hulp, meld, open) };
}

const geenTabel = (): OnleesbaarBestand =>
  new OnleesbaarBestand(
    'bestand-formaat',
    'Een mapping is voor Excel, OpenDocument en CSV, en dit bestand is JSON. Lever het aan zonder mapping.',
  );

/** JSON in ASCII's company was seen before; what still looks like JSON is in an encoding that JSON may not have. */
async function herkenAnders(bestand: Bestand): Promise<Formaat> {
  const formaat = await herken(bestand);
  if (formaat !== 'json' && formaat !== 'ndjson') return formaat;
  throw new OnleesbaarBestand(
    'bestand-codering',
    'Het bestand heeft niet de codering UTF-8. Bewaar het met de codering UTF-8 en lever het opnieuw aan.',
  );
}
