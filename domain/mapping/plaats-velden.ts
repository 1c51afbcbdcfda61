import type { Soort } from '../soorten/soort.ts';
import type { Mapping } from './mapping.ts';
import {
  alsSleutel,
  aantalLijsten,
  LIJST,
  metNummers,
  type Plaatsing,
  type Veld,
  veldenVan,
} from './velden.ts';

/** A column that is a field, with the numbers that its heading gives to the lists around it. */
export interface Veldkolom {
  readonly index: number;
  readonly veld: Veld;
  readonly nummers: readonly number[];
  readonly taal?: string;
}

interface Plaatsen {
  /** The path of each column. */
  readonly paden: ReadonlyMap<number, string>;
  readonly vasteWaarden: NonNullable<Mapping['vasteWaarden']>;
}

/**
 * Gives every column its place in a record. A list with one column and no number is a list in one cell; else what
 * has no number belongs to the first element. Columns that name a language share an element of their own.
 */
export function geefPlaats(soort: Soort, kolommen: readonly Veldkolom[]): Plaatsen {
  const taalkolommen = kolommen.filter(({ taal }) => taal !== undefined);
  const hoogste = Math.max(0, ...taalNummers(kolommen.filter(({ taal }) => taal === undefined)));
  const talen = [...new Set(taalkolommen.map(({ taal }) => taal ?? ''))];
  const paden = new Map<number, string>();
  for (const kolom of kolommen) {
    const { veld, taal } = kolom;
    const nummers = taal === undefined ? nummersVoor(kolom, kolommen) : [hoogste + 1 + talen.indexOf(taal)];
    paden.set(kolom.index, metNummers(veld, nummers));
  }
  const codeTaal = [...veldenVan(soort).values()].find(({ sleutel }) =>
    sleutel.endsWith('taalbeheersing[].codeTaal'),
  );
  const vasteWaarden = talen.map((taal, index) => ({
    veld: codeTaal === undefined ? '' : metNummers(codeTaal, [hoogste + 1 + index]),
    waarde: taal,
  }));
  return { paden, vasteWaarden };
}

const taalNummers = (kolommen: readonly Veldkolom[]): number[] =>
  kolommen.flatMap(({ veld, nummers }) =>
    veld.sleutel.includes('taalbeheersing[]') ? [nummers[0] ?? 1] : [],
  );

function nummersVoor(kolom: Veldkolom, alle: readonly Veldkolom[]): (number | typeof LIJST)[] {
  const { veld, nummers } = kolom;
  const lijsten = aantalLijsten(veld);
  const volledig: (number | typeof LIJST)[] = Array.from(
    { length: lijsten },
    (_, index) => nummers[index] ?? 1,
  );
  if (lijsten > 0 && nummers.length < lijsten && isLijstInCel(kolom, alle)) volledig[lijsten - 1] = LIJST;
  return volledig;
}

/** Alone in its innermost list, and no text of people, in which any sign may stand. */
function isLijstInCel(kolom: Veldkolom, alle: readonly Veldkolom[]): boolean {
  const { veld } = kolom;
  if (veld.schema['x-vrije-tekst'] === true && !veld.enige) return false;
  const lijst = alsSleutel(totInnersteLijst(veld.stappen));
  return alle.every((ander) => ander === kolom || !`${ander.veld.sleutel}.`.startsWith(`${lijst}.`));
}

const totInnersteLijst = (stappen: Plaatsing): Plaatsing => stappen.slice(0, stappen.lastIndexOf(LIJST) + 1);
