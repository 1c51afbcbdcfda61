import ExcelJS from 'exceljs';
import { maakPartijen } from '../../activities/aanlevering/controle/maak-partijen.ts';
import { kiesLezer } from '../../activities/aanlevering/kies-lezer.ts';
import { geenHulp, type MappingHulp } from '../../activities/aanlevering/mapping/mapping-hulp.ts';
import type { Modus } from '../../domain/aanleveringen/wensen.ts';
import type { SoortNaam } from '../../domain/soorten/soort-naam.ts';
import { soorten } from '../../domain/soorten/soorten.ts';
import { geheugenBestand } from './geheugen-bestand.ts';
import { leesAlles } from './lees-alles.ts';

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
  const partijen = await leesAlles(maakPartijen({ soort, modus }, lees(bestand), 100));
  return {
    records: partijen.flatMap(({ records }) =>
      records.map(({ inhoud: record }) => JSON.parse(record.toString()) as Record<string, unknown>),
    ),
    weg: partijen.flatMap(({ verwijderingen }) => verwijderingen.map(({ record_id }) => record_id)),
    zonder: partijen.at(-1)?.telling.zonderToestemming ?? 0,
    foutief: partijen.at(-1)?.telling.foutief ?? 0,
    fouten: partijen.flatMap(({ fouten }) =>
      fouten.flatMap(({ ernst, melding }) => (ernst === 'fout' ? [melding] : [])),
    ),
  };
}
