import type { Operator } from './selecteerbaar.ts';
import type { Selectie, Vergelijking } from './selectie.ts';

const woorden: Readonly<Record<Operator, string>> = {
  $eq: 'is',
  $gte: 'is ten minste',
  $lte: 'is ten hoogste',
  $lt: 'is lager dan',
};

/** A selection in Dutch sentences, all of which must hold: what a search question really asked. */
export function legUit({ gebied, vergelijkingen, lijsten }: Selectie): string[] {
  return [
    `ligt binnen ${gebied.afstand} km van postcode ${gebied.postcode}`,
    ...vergelijkingen.map(zin),
    ...lijsten.map(
      ({ pad, alternatieven }) =>
        `heeft bij ${pad} een onderdeel waarvan ${alternatieven
          .map((alternatief) => alternatief.map(zin).join(' en '))
          .join(', of ')}`,
    ),
  ];
}

function zin({ pad, operator, waarde }: Vergelijking): string {
  return `${pad} ${woorden[operator]} ${waarde}`;
}
