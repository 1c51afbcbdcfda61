import type { Soort } from '../../../domain/soorten/soort.ts';
import type { GelezenWerkbladRecord } from '../../../domain/werkblad/lees-record.ts';
import { type GelezenWerkboek, leesWerkboek } from '../../../domain/werkblad/lees-werkboek.ts';
import type { Werkboek } from '../../../domain/werkblad/werkboek.ts';
import type { GelezenRij, Tabelrecord } from '../vervolgbaar.ts';
import { alsGelezenRij, zonderToestemming } from './als-gelezen-rij.ts';
import { metPlaats } from './met-plaats.ts';

/** The records of a workbook that is a template of this soort, filled in; undefined when it is none. */
export async function leesSjabloon(
  soort: Soort,
  werkboek: Werkboek,
): Promise<AsyncGenerator<Tabelrecord> | undefined> {
  const gelezen = await leesWerkboek(soort, werkboek);
  return gelezen && leesRijen(soort, gelezen);
}

/** Rows of parts that belong to no record come first, each as a fault of its own. */
async function* leesRijen(soort: Soort, gelezen: GelezenWerkboek): AsyncGenerator<Tabelrecord> {
  for (const { fout, plaats } of gelezen.losse) {
    const lees = () => ({ regel: plaats?.rij ?? 0, fouten: [metPlaats(fout, plaats)] });
    yield { omvang: fout.melding.length, lees };
  }
  for await (const { tekens, lees } of gelezen.records()) {
    yield { blad: gelezen.hoofdblad, omvang: tekens, lees: () => alsRij(soort, lees(), gelezen.hoofdblad) };
  }
}

function alsRij(soort: Soort, record: GelezenWerkbladRecord, hoofdblad: string): GelezenRij {
  return record.zonderToestemming
    ? zonderToestemming(soort, record.rij, hoofdblad, record.record?.[soort.idVeld])
    : alsGelezenRij(record, hoofdblad, hoofdblad);
}
