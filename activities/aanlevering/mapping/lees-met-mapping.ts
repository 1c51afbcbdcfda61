import { alsGebruikt, alsVoorstel } from '../../../domain/mapping/gebruikte-mapping.ts';
import type { Bladbegin } from '../../../domain/mapping/herken-koprij.ts';
import type { GekozenMapping } from '../../../domain/mapping/gebruik-mapping.ts';
import { maakVertaler, type VertaaldeRij } from '../../../domain/mapping/vertaler.ts';
import type { Soort } from '../../../domain/soorten/soort.ts';
import { tekensVan } from '../../../domain/werkblad/volgorde.ts';
import type { Werkboek } from '../../../domain/werkblad/werkboek.ts';
import { alsGelezenRij, zonderToestemming } from '../sjabloon/als-gelezen-rij.ts';
import type { GelezenRij, Tabelrecord } from '../vervolgbaar.ts';
import { bepaalMapping } from './bepaal-mapping.ts';
import { geenRecords, zonderRecords } from './geen-records.ts';
import type { MappingHulp, MeldMapping } from './mapping-hulp.ts';
import { maakPseudoniem } from './pseudoniem.ts';
import { weigerBovenKop, weigerKoploosBlad } from './weiger-buiten-koppen.ts';
import { weigerHalfBlad } from './weiger-half-blad.ts';
import { weigerMaandEerst } from './weiger-maand-eerst.ts';
import { keurGebruik, mappingNodig } from './weiger-mapping.ts';
import { weigerTeBreed } from './weiger-te-breed.ts';

/** The records of a table with columns of the gemeente's own. Throws `OnleesbaarBestand`. */
export function leesMetMapping(
  soort: Soort,
  werkboek: Werkboek,
  bladen: readonly Bladbegin[],
  hulp: MappingHulp,
  meld: MeldMapping,
): AsyncGenerator<Tabelrecord> {
  const gekozen = bepaalMapping(soort, bladen, hulp);
  if (!('mapping' in gekozen)) {
    if (gekozen.voorstel !== undefined) meld(alsVoorstel(gekozen.voorstel));
    weigerTeBreed(soort, bladen);
    if (zonderRecords(soort, bladen)) throw geenRecords();
    throw mappingNodig(
      soort,
      gekozen,
      bladen.some(({ bladnaam }) => bladnaam !== ''),
    );
  }
  meld(alsGebruikt(gekozen));
  keurGebruik(gekozen, hulp);
  weigerHalfBlad(gekozen, bladen);
  weigerBovenKop(gekozen, bladen);
  weigerKoploosBlad(soort, gekozen, bladen);
  weigerMaandEerst(soort, gekozen);
  return leesBladen(soort, werkboek, gekozen, hulp);
}

async function* leesBladen(
  soort: Soort,
  werkboek: Werkboek,
  { mapping, koprijen }: GekozenMapping,
  { sleutel }: MappingHulp,
): AsyncGenerator<Tabelrecord> {
  const pseudoniem = sleutel && maakPseudoniem(sleutel);
  const hoofdblad = koprijen[0]?.bladnaam ?? '';
  for (const koprij of koprijen) {
    const vertaal = maakVertaler(soort, mapping, koprij, pseudoniem);
    for await (const rij of werkboek.rijen(koprij.nummer)) {
      const vertaald = rij.rij > koprij.rij ? vertaal(rij) : undefined;
      if (vertaald === undefined) continue;
      const lees = () => alsGelezen(soort, vertaald(), koprij.bladnaam, hoofdblad);
      yield { blad: koprij.bladnaam, omvang: tekensVan(rij), lees };
    }
  }
}

function alsGelezen(soort: Soort, vertaald: VertaaldeRij, blad: string, hoofdblad: string): GelezenRij {
  if (vertaald.zonderToestemming) return zonderToestemming(soort, vertaald.rij, blad, vertaald.id, hoofdblad);
  return alsGelezenRij(vertaald, blad, hoofdblad);
}
