import type { Lijstvoorwaarde, Selectie, Vergelijking } from './selectie.ts';

/**
 * The one spelling of a search question: two questions that ask the same, in another order, doubled, under
 * another name or padded with what is ignored, give the same text. Its hash recognises a repeated question.
 */
export function normaliseer(selectie: Selectie): string {
  return JSON.stringify({
    soort: selectie.soort,
    gebied: { postcode: selectie.gebied.postcode, afstand: selectie.gebied.afstand },
    vergelijkingen: vergelijkingen(selectie.vergelijkingen),
    lijsten: uniek(selectie.lijsten.map(lijstvoorwaarde)),
  });
}

function lijstvoorwaarde({ pad, alternatieven }: Lijstvoorwaarde): unknown {
  return [pad, uniek(alternatieven.map(vergelijkingen))];
}

function vergelijkingen(lijst: readonly Vergelijking[]): unknown[] {
  return uniek(lijst.map(({ pad, operator, waarde }) => [pad, operator, waarde]));
}

/** Order and repetition mean nothing in the standard. */
function uniek(delen: readonly unknown[]): unknown[] {
  const teksten = new Set(delen.map((deel) => JSON.stringify(deel)));
  return [...teksten].sort().map((tekst) => JSON.parse(tekst) as unknown);
}
