import type { Soort } from '../../domain/soorten/soort.ts';
import type { Lezer } from './lezer.ts';
import { leesBladbegin } from './mapping/bladbegin.ts';
import { leesMetMapping } from './mapping/lees-met-mapping.ts';
import type { MappingHulp, MeldMapping } from './mapping/mapping-hulp.ts';
import { weigerSjabloonMaandEerst } from './mapping/weiger-maand-eerst.ts';
import { openWerkboek, type OpenWerkboek } from './open-werkboek.ts';
import { weigerAlleenDeelblad } from './sjabloon/alleen-deelblad.ts';
import { heeftEigenKolommen, weigerEigenKolommen } from './sjabloon/eigen-kolommen.ts';
import { leesSjabloon } from './sjabloon/lees-sjabloon.ts';
import { weigerOnbekendeKolommen } from './sjabloon/onbekende-kolommen.ts';
import { weigerOmgekeerdeToestemming } from './sjabloon/omgekeerde-toestemming.ts';
import { weigerAnderSjabloon } from './sjabloon/ander-sjabloon.ts';
import { weigerRijenBovenKop } from './sjabloon/rijen-boven-kop.ts';
import { weigerVerlorenBlad } from './sjabloon/verloren-blad.ts';
import { weigerVerlorenHoofdblad } from './sjabloon/verloren-hoofdblad.ts';
import type { LeesTabel } from './tabel/tabel.ts';
import { vervolgbaar } from './vervolgbaar.ts';

/** The reader of tabular files: a filled-in template, or a table with columns of the gemeente's own. */
export const leesTabelbestand = (
  leesTabel: LeesTabel,
  soort: Soort,
  hulp: MappingHulp,
  meld: MeldMapping,
  open: OpenWerkboek = openWerkboek,
): Lezer =>
  vervolgbaar(async (bestand) => {
    const werkboek = await open(bestand, leesTabel);
    const bladen = await leesBladbegin(werkboek);
    if (hulp.gevraagd === null && !heeftEigenKolommen(soort, bladen)) {
      weigerOmgekeerdeToestemming(soort, bladen);
      weigerEigenKolommen(soort, bladen);
      weigerRijenBovenKop(soort, bladen);
      weigerOnbekendeKolommen(soort, bladen);
      weigerVerlorenBlad(soort, bladen);
      weigerSjabloonMaandEerst(soort, bladen);
      const sjabloon = await leesSjabloon(soort, werkboek);
      if (sjabloon !== undefined) return sjabloon;
      weigerAnderSjabloon(soort, bladen);
      weigerAlleenDeelblad(soort, bladen);
      weigerVerlorenHoofdblad(soort, bladen);
    }
    return leesMetMapping(soort, werkboek, bladen, hulp, meld);
  });
