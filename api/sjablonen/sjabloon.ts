import ExcelJS from 'exceljs';
import type { RecordInhoud, Soort } from '../../domain/soorten/soort.ts';
import type { Blad } from '../../domain/werkblad/blad.ts';
import { alleBladen, indelingVan } from '../../domain/werkblad/indeling.ts';
import { type GeschrevenRij, schrijfRecord } from '../../domain/werkblad/schrijf-record.ts';
import { voorbeeldVan } from '../../domain/werkblad/voorbeeld.ts';
import { schrijfBlad } from './blad.ts';
import { Keuzelijsten } from './keuzelijsten.ts';
import { schrijfUitleg } from './uitleg.ts';

/**
 * The template of a soort as an Excel workbook, filled with these records. It is made in memory: meant for what
 * people look at, some thousands of records at most.
 */
export async function maakSjabloon(soort: Soort, records: Iterable<RecordInhoud> = []): Promise<Buffer> {
  const indeling = indelingVan(soort);
  const werkmap = new ExcelJS.Workbook();
  werkmap.title = `Sjabloon voor ${soort.meervoud}`;
  werkmap.creator = 'UM';
  const lijsten = new Keuzelijsten();
  const voorbeeld = schrijfRecord(indeling, voorbeeldVan(soort));
  const gevuld = new Map<Blad, GeschrevenRij[]>();
  for (const record of records) {
    for (const [blad, rijen] of schrijfRecord(indeling, record)) {
      const eerdere = gevuld.get(blad);
      if (eerdere === undefined) gevuld.set(blad, [...rijen]);
      else eerdere.push(...rijen);
    }
  }
  schrijfUitleg(werkmap, indeling);
  for (const blad of alleBladen(indeling)) {
    const rijen = { voorbeeld: voorbeeld.get(blad) ?? [], gevuld: gevuld.get(blad) ?? [] };
    schrijfBlad(werkmap, blad, rijen, lijsten);
  }
  lijsten.schrijf(werkmap);
  return Buffer.from(await werkmap.xlsx.writeBuffer());
}
