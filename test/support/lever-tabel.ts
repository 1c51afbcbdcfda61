import ExcelJS from 'exceljs';
import { maakPartijen } from '../../activities/aanlevering/controle/maak-partijen.ts';
import { kiesLezer } from '../../activities/aanlevering/kies-lezer.ts';
import { geenHulp, type MappingHulp } from '../../activities/aanlevering/mapping/mapping-hulp.ts';
import type { Modus } from '../../domain/aanleveringen/wensen.ts';
import type { SoortNaam } from '../../domain/soorten/soort-naam.ts';
import { soorten } from '../../domain/soorten/soorten.ts';
import { geheugenBestand } from './geheugen-bestand.ts';

export type Tabel = readonly (readonly (string | number | boolean | null)[])[];

/** A workbook of these sheets, as Excel would save it. */
export async function werkmap(bladen: Readonly<Record<string, Tabel>>): Promise<Uint8Array> {
  const map = new ExcelJS.Workbook();
  for (const [naam, rijen] of Object.entries(bladen))
    map.addWorksheet(naam).addRows(rijen.map((rij) => [...rij]));
  return new Uint8Array(await map.xlsx.writeBuffer());
}

interface Wensen {
  readonly naam?: SoortNaam;
  readonly modus?: Modus;
  readonly hulp?: MappingHulp;
}

/** What would come of a file, from its bytes to what is published, withdrawn and told. */
export async function lever(inhoud: Uint8Array | string, wensen: Wensen = {}) {
  const { naam = 'werkzoekende', modus = 'volledig', hulp = geenHulp } = wensen;
  const soort = soorten[naam];
  const bestand = geheugenBestand(inhoud);
  const { lees } = await kiesLezer(bestand, soort, hulp);
  const geleverd = {
    records: [] as Record<string, unknown>[],
    weg: [] as string[],
    zonder: 0,
    foutief: 0,
    fouten: [] as string[],
  };
  // A batch holds until the next is asked for.
  for await (const partij of maakPartijen({ soort, modus }, lees(bestand), 100)) {
    for (const { inhoud: record } of partij.records)
      geleverd.records.push(JSON.parse(record.toString()) as Record<string, unknown>);
    geleverd.weg.push(...partij.verwijderingen.map(({ record_id }) => record_id));
    geleverd.zonder += partij.telling.zonderToestemming;
    geleverd.foutief += partij.telling.foutief;
    for (const { ernst, melding } of partij.fouten) if (ernst === 'fout') geleverd.fouten.push(melding);
  }
  return geleverd;
}
