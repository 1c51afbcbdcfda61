import { type GekozenMapping, kolommenVan } from './gebruik-mapping.ts';
import type { Bladbegin } from './herken-koprij.ts';
import { kopnaam, Kolomplaatsen, zoekKoprij } from './kolommen.ts';

/** A sheet with records that a mapping would leave unread, for want of these columns. */
export interface HalfBlad {
  readonly bladnaam: string;
  readonly ontbreekt: readonly string[];
}

/** The first sheet that has the id or most columns of the mapping, and not all: one heading is missing or misspelt. */
export function zoekHalfBlad(
  bladen: readonly Bladbegin[],
  { mapping, koprijen }: GekozenMapping,
): HalfBlad | undefined {
  const nodig = kolommenVan(mapping);
  for (const { nummer, bladnaam, eerste } of bladen) {
    if (koprijen.some((koprij) => koprij.nummer === nummer)) continue;
    const koprij = zoekKoprij(bladnaam, eerste, (koppen, eronder) => {
      const plaatsen = new Kolomplaatsen(koppen);
      const aanwezig = nodig.filter((kolom) => plaatsen.van(kolom) !== undefined).length;
      const id = plaatsen.van(mapping.id.kolom);
      const gelezen = id === undefined ? aanwezig * 2 > nodig.length : !isUitleg(nodig, id, eronder);
      return gelezen && eronder.length > 0 ? aanwezig : 0;
    });
    if (koprij === undefined) continue;
    const plaatsen = new Kolomplaatsen(koprij.koppen);
    return { bladnaam, ontbreekt: nodig.filter((kolom) => plaatsen.van(kolom) === undefined) };
  }
  return undefined;
}

/** Below the id are the names of other columns: a sheet that explains them one by one. */
function isUitleg(nodig: readonly string[], id: number, eronder: Bladbegin['eerste']): boolean {
  const namen = new Set(nodig.map(kopnaam));
  return eronder.some(({ cellen }) => namen.has(kopnaam(cellen[id]?.tekst ?? '')));
}
