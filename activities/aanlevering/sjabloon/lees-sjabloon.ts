import type { Soort } from '../../../domain/soorten/soort.ts';
import { type GelezenWerkboek, leesWerkboek } from '../../../domain/werkblad/lees-werkboek.ts';
import type { Werkboek } from '../../../domain/werkblad/werkboek.ts';
import type { GelezenRij } from '../vervolgbaar.ts';
import { metPlaats } from './met-plaats.ts';

/** The records of a workbook that is a template of this soort, filled in; undefined when it is none. */
export async function leesSjabloon(
  soort: Soort,
  werkboek: Werkboek,
): Promise<AsyncGenerator<GelezenRij> | undefined> {
  const gelezen = await leesWerkboek(soort, werkboek);
  return gelezen && leesRijen(gelezen);
}

/** Rows of parts that belong to no record come first, each as a fault of its own. */
async function* leesRijen(gelezen: GelezenWerkboek): AsyncGenerator<GelezenRij> {
  for (const { fout, plaats } of gelezen.losse) {
    yield { regel: plaats?.rij ?? 0, fouten: [metPlaats(fout, plaats)] };
  }
  for await (const { rij, record, fouten, plaatsVan } of gelezen.records()) {
    const hoofdblad = plaatsVan('')?.blad;
    yield {
      regel: rij,
      ...(hoofdblad === undefined ? {} : { blad: hoofdblad }),
      record,
      fouten: fouten.map(({ fout, plaats }) => metPlaats(fout, plaats, hoofdblad)),
      metPlaats: (fout) => metPlaats(fout, plaatsVan(fout.pad), hoofdblad),
    };
  }
}
