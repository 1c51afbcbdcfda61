import type { Writable } from 'node:stream';
import type { Bestand } from '../../aanlevering/bestand.ts';
import { herkenCodering } from '../../aanlevering/tabel/csv/codering.ts';
import { herkenScheiding } from '../../aanlevering/tabel/csv/lees-csv.ts';
import type { LeesTabel } from '../../aanlevering/tabel/tabel.ts';
import { leesBladvormen, type Bladvorm } from '../bladvormen.ts';
import { fouttekst } from '../fouttekst.ts';
import type { Fouten } from '../lees-fouten.ts';
import { Foutenwijzer, type RijMetFouten } from '../met-fouten.ts';
import { csvRij } from './csv-rij.ts';
import { Regels } from './regels.ts';

/** Writes a CSV file again with a column of faults: the same rows on the same lines, with the same separator. */
export async function schrijfCsv(
  bestand: Bestand,
  lees: LeesTabel,
  fouten: Fouten,
  uit: Writable,
): Promise<void> {
  const [vorm] = await leesBladvormen(bestand, lees);
  if (vorm === undefined) throw new Error('A CSV file has one sheet');
  const { teken } = await herkenScheiding(bestand, await herkenCodering(bestand));
  const regels = new Regels(uit);
  const wijzer = new Foutenwijzer(fouten.opBlad(vorm.blad));
  let geschreven = 0;
  const schrijf = async (rij: RijMetFouten): Promise<void> => {
    for (; geschreven < rij.rij - 1; geschreven++) await regels.schrijf('\r\n');
    await regels.schrijf(csvRij(cellenVan(rij, vorm, fouten.kop), teken));
    geschreven = rij.rij;
  };
  for await (const rij of lees(bestand)) for (const een of wijzer.tot(rij)) await schrijf(een);
  for (const een of wijzer.rest()) await schrijf(een);
  await regels.sluit();
}

function cellenVan({ rij, cellen, fouten }: RijMetFouten, vorm: Bladvorm, kop: string): string[] {
  const eigen = Array.from({ length: vorm.kolommen }, (_, kolom) => cellen[kolom]?.tekst ?? '');
  const tekst = fouttekst(fouten);
  return [...eigen, rij === vorm.eersteRij ? [kop, tekst].filter(Boolean).join('\n') : tekst];
}
