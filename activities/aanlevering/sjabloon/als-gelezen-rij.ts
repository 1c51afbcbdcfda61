import type { Soort } from '../../../domain/soorten/soort.ts';
import type { GelezenWerkbladRecord } from '../../../domain/werkblad/lees-record.ts';
import { leesMutatie } from '../mutatie.ts';
import type { GelezenRij } from '../vervolgbaar.ts';
import { metPlaats } from './met-plaats.ts';

/** A record out of a table as the readers hand it out, the cell of every fault named; `blad` is that of its row. */
export function alsGelezenRij(
  gelezen: GelezenWerkbladRecord,
  blad: string | undefined,
  hoofdblad: string | undefined,
): GelezenRij {
  const { rij: regel, record, fouten, plaatsVan, mutatie } = gelezen;
  const gevraagd = leesMutatie(mutatie?.tekst);
  return {
    regel,
    ...(blad === undefined ? {} : { blad }),
    ...(record === undefined ? {} : { record }),
    ...(gevraagd.verwijderen ? { verwijderen: true } : {}),
    fouten: [
      ...fouten.map(({ fout, plaats }) => metPlaats(fout, plaats, hoofdblad)),
      ...gevraagd.fouten.map((fout) => metPlaats(fout, mutatie?.plaats, hoofdblad)),
    ],
    metPlaats: (fout) => metPlaats(fout, plaatsVan(fout.pad), hoofdblad),
  };
}

/** A row of a person who did not consent: what UM had of them is to go, and nothing else of the row is used. */
export function zonderToestemming(
  soort: Soort,
  regel: number,
  blad: string | undefined,
  id: unknown,
  hoofdblad: string | undefined = blad,
): GelezenRij {
  return {
    regel,
    ...(blad === undefined ? {} : { blad }),
    fouten: [],
    zonderToestemming: true,
    ...(id === undefined
      ? { metPlaats: (fout) => metPlaats(fout, blad === undefined ? blad : { blad, rij: regel }, hoofdblad) }
      : { record: { [soort.idVeld]: id }, verwijderen: true }),
  };
}
