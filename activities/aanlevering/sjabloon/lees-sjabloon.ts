import type { Soort } from '../../../domain/soorten/soort.ts';
import { leesWerkboek } from '../../../domain/werkblad/lees-werkboek.ts';
import type { Bestand } from '../bestand.ts';
import type { GelezenRecord, Leespunt, Lezer } from '../lezer.ts';
import { openWerkboek } from '../open-werkboek.ts';
import type { LeesTabel } from '../tabel/tabel.ts';
import { geenSjabloon } from './geen-sjabloon.ts';
import { metPlaats } from './met-plaats.ts';

type Gelezen = Omit<GelezenRecord, 'volgende'>;

/**
 * The reader of tabular files that are a template of this soort, filled in. No reader of tables can begin halfway:
 * going on means reading again and passing over what was handed out before.
 */
export const leesSjabloon = (soort: Soort, leesTabel: LeesTabel): Lezer =>
  async function* (bestand, vanaf): AsyncGenerator<GelezenRecord> {
    let plaats = 0;
    let vorige: Gelezen | undefined;
    for await (const gelezen of leesAlles(soort, leesTabel, bestand)) {
      if (vorige !== undefined && ++plaats > (vanaf?.byte ?? 0)) yield met(vorige, plaats);
      vorige = gelezen;
    }
    // Only now is it the last: with it the whole file has been read.
    if (vorige !== undefined && ++plaats > (vanaf?.byte ?? 0))
      yield met(vorige, Math.max(plaats, bestand.grootte));
  };

/** The place in a packed file says nothing; instead of it the records are counted, which rises just as surely. */
function met(gelezen: Gelezen, byte: number): GelezenRecord {
  const volgende: Leespunt = { byte, regel: gelezen.regel };
  return { ...gelezen, volgende };
}

/** Rows of parts that belong to no record come first, each as a fault of its own. */
async function* leesAlles(soort: Soort, leesTabel: LeesTabel, bestand: Bestand): AsyncGenerator<Gelezen> {
  const werkboek = await openWerkboek(bestand, leesTabel);
  const gelezen = await leesWerkboek(soort, werkboek);
  if (gelezen === undefined) throw await geenSjabloon(soort, werkboek);
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
