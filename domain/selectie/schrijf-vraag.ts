import type { Selecteerbaar, SelecteerbareWaarde } from './selecteerbaar.ts';
import type { Selectie, Vergelijking } from './selectie.ts';

type Voorwaarden = Record<string, unknown>;

/**
 * The `vraagObject` of a selection, as the contract spells it: what is sent to VUM. Only what UM understood
 * stands in it; whatever else somebody typed into a question goes nowhere.
 */
export function schrijfVraag(selecteerbaar: Selecteerbaar, selectie: Selectie): Voorwaarden {
  const vraag: Voorwaarden = {
    selectiegebied: { postcode: selectie.gebied.postcode, afstand: selectie.gebied.afstand },
    ...schrijfWaarden(selecteerbaar.waarden, selectie.vergelijkingen),
  };
  for (const lijst of selecteerbaar.lijsten) {
    const voorwaarden = selectie.lijsten.filter(({ pad }) => pad === lijst.pad);
    if (voorwaarden.length === 0) continue;
    const elementen = voorwaarden
      .flatMap(({ alternatieven }) => alternatieven)
      .map((alternatief) => schrijfWaarden(lijst.waarden, alternatief));
    vraag[lijst.namen[0]] =
      lijst.vorm === 'alle'
        ? { $all: elementen.map((element) => ({ $elemMatch: element })) }
        : { $elemMatch: { $or: elementen } };
  }
  return vraag;
}

function schrijfWaarden(
  velden: readonly SelecteerbareWaarde[],
  vergelijkingen: readonly Vergelijking[],
): Voorwaarden {
  const geschreven: Voorwaarden = {};
  for (const veld of velden) {
    const eigen = vergelijkingen.filter(({ pad }) => pad === veld.pad);
    if (eigen.length === 0) continue;
    geschreven[veld.namen[0]] = Object.fromEntries(eigen.map(({ operator, waarde }) => [operator, waarde]));
  }
  return geschreven;
}
