import type { Soort } from '../../../domain/soorten/soort.ts';
import { type GelezenWerkboek, leesWerkboek } from '../../../domain/werkblad/lees-werkboek.ts';
import type { Werkboek } from '../../../domain/werkblad/werkboek.ts';
import type { GelezenRij } from '../vervolgbaar.ts';
import { alsGelezenRij, zonderToestemming } from './als-gelezen-rij.ts';
import { metPlaats } from './met-plaats.ts';

/** The records of a workbook that is a template of this soort, filled in; undefined when it is none. */
export async function leesSjabloon(
  soort: Soort,
  werkboek: Werkboek,
): Promise<AsyncGenerator<GelezenRij> | undefined> {
  const gelezen = await leesWerkboek(soort, werkboek);
  return gelezen && leesRijen(soort, gelezen);
}

/** Rows of parts that belong to no record come first, each as a fault of its own. */
async function* leesRijen(soort: Soort, gelezen: GelezenWerkboek): AsyncGenerator<GelezenRij> {
  for (const { fout, plaats } of gelezen.losse) {
    yield { regel: plaats?.rij ?? 0, fouten: [metPlaats(fout, plaats)] };
  }
  for await (const record of gelezen.records()) {
    const hoofdblad = record.plaatsVan('')?.blad;
    yield record.zonderToestemming
      ? zonderToestemming(soort, record.rij, hoofdblad, record.record[soort.idVeld])
      : alsGelezenRij(record, hoofdblad, hoofdblad);
  }
}
