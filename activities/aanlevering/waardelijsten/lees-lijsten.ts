import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import {
  maakOpenLijsten,
  oordeel,
  openLijstNamen,
  type OpenLijsten,
  type OpenLijstNaam,
} from '../../../domain/waardelijsten/open-lijst.ts';
import { ConfigError } from '../../../ops/read-config.ts';

const ACHTER = '.csv';

/**
 * Reads the copies of open lists that are configured: `beroepen.csv`, `sbi.csv`, …, UTF-8, a code and perhaps a label
 * in each row, with a first row `code,label` or without. A list without a file is checked by its form. Throws
 * `ConfigError`, one sentence for each file that is none.
 */
export async function leesLijsten(map: string | undefined): Promise<OpenLijsten> {
  if (map === undefined) return maakOpenLijsten();
  const bestanden = await readdir(map).catch(() => {
    throw new ConfigError([`WAARDELIJSTEN_DIR ${map} is no folder that can be read`]);
  });
  const kopieen: Partial<Record<OpenLijstNaam, ReadonlyMap<string, string>>> = {};
  const fouten: string[] = [];
  for (const bestand of bestanden.filter((naam) => naam.endsWith(ACHTER)).sort()) {
    const naam = openLijstNamen.find((lijst) => `${lijst}${ACHTER}` === bestand);
    if (naam === undefined) {
      fouten.push(`WAARDELIJSTEN_DIR has ${bestand}, but the lists are ${openLijstNamen.join(', ')}`);
      continue;
    }
    try {
      kopieen[naam] = await leesLijst(join(map, bestand), naam);
    } catch (error) {
      fouten.push(`WAARDELIJSTEN_DIR ${bestand}: ${(error as Error).message}`);
    }
  }
  if (fouten.length === 0 && Object.keys(kopieen).length === 0) {
    fouten.push(
      `WAARDELIJSTEN_DIR ${map} holds no list: ${openLijstNamen.map((naam) => naam + ACHTER).join(', ')}`,
    );
  }
  if (fouten.length > 0) throw new ConfigError(fouten);
  return maakOpenLijsten(kopieen);
}

async function leesLijst(pad: string, naam: OpenLijstNaam): Promise<Map<string, string>> {
  const lijst = maakOpenLijsten()[naam];
  const codes = new Map<string, string>();
  const opties = {
    bom: true,
    delimiter: [',', ';'],
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  };
  const bron = createReadStream(pad);
  const rijen = bron.pipe(parse(opties));
  bron.once('error', (error) => rijen.destroy(error));
  let rij = 0;
  for await (const [code = '', label = ''] of rijen as AsyncIterable<string[]>) {
    if (++rij === 1 && code.toLowerCase() === 'code') continue;
    if (oordeel(lijst, code) === 'vorm') throw new Error(`row ${rij} holds no code of this list`);
    codes.set(code, label);
  }
  if (codes.size === 0) throw new Error('holds no codes');
  return codes;
}
