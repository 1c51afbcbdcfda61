import type { RecordInhoud } from '../soorten/soort.ts';
import { haversine, type Postcodes } from './afstand.ts';
import { haalOp } from './pad.ts';
import type { Operator } from './selecteerbaar.ts';
import type { Selectie, Vergelijking } from './selectie.ts';

/** Whether a record is found by a selection: the reference that the index must equal. */
export function voldoet(
  selectie: Selectie,
  record: RecordInhoud,
  postcodeVeld: string,
  postcodes: Postcodes,
): boolean {
  return (
    selectie.vergelijkingen.every((vergelijking) => klopt(vergelijking, record)) &&
    selectie.lijsten.every(({ pad, alternatieven }) => {
      const elementen = haalOp(record, pad);
      return (
        Array.isArray(elementen) &&
        elementen.some((element) =>
          alternatieven.some((alternatief) =>
            alternatief.every((vergelijking) => klopt(vergelijking, element)),
          ),
        )
      );
    }) &&
    (kilometers(selectie.gebied.postcode, haalOp(record, postcodeVeld), postcodes) ?? Infinity) <=
      selectie.gebied.afstand
  );
}

/** Kilometres between the areas of two postcodes; undefined when either is unknown, which no radius includes. */
export function kilometers(van: string, naar: unknown, postcodes: Postcodes): number | undefined {
  if (typeof naar !== 'string') return undefined;
  const begin = postcodes.coordinaat(van.slice(0, 4));
  const einde = postcodes.coordinaat(naar.slice(0, 4));
  return begin && einde && haversine(begin, einde);
}

function klopt({ pad, operator, waarde }: Vergelijking, deel: unknown): boolean {
  const gevonden = haalOp(deel, pad);
  // MongoDB compares within a type only, so a missing value never matches; text goes by code unit.
  if (typeof gevonden === 'number' && typeof waarde === 'number')
    return vergelijk(gevonden, operator, waarde);
  if (typeof gevonden === 'string' && typeof waarde === 'string')
    return vergelijk(gevonden, operator, waarde);
  return false;
}

function vergelijk<T extends string | number>(gevonden: T, operator: Operator, waarde: T): boolean {
  switch (operator) {
    case '$eq':
      return gevonden === waarde;
    case '$gte':
      return gevonden >= waarde;
    case '$lte':
      return gevonden <= waarde;
    case '$lt':
      return gevonden < waarde;
  }
}
