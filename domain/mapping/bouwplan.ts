import type { Soort } from '../soorten/soort.ts';
import type { Mapping } from './mapping.ts';
import type { Kolomplaatsen } from './kolommen.ts';
import { LIJST, ontleedVeld, type Plaatsing } from './velden.ts';
import { maakWaardelezer, type Waardelezer } from './waarde/waardelezer.ts';

/** A column of the file as the source of a field. */
export interface Bron extends Waardelezer {
  /** 0 is A. */
  readonly kolom: number;
  /** Whether what stands in a cell may be repeated in a fault: codes, numbers and dates, never texts. */
  readonly toonbaar: boolean;
}

/** How a part of a record is made of the cells of a row. */
export type Knoop =
  | { readonly soort: 'bron'; readonly bron: Bron }
  | { readonly soort: 'vast'; readonly waarde: string | number }
  | {
      readonly soort: 'groep';
      readonly velden: readonly (readonly [string, Knoop])[];
      /**
       * Its fields without a value, to begin with: groups that all have one shape are read much faster than groups
       * that have another for every choice of fields.
       */
      readonly leeg: Readonly<Record<string, undefined>>;
    }
  /** The elements in the order of their numbers; the numbers themselves mean nothing more. */
  | { readonly soort: 'elementen'; readonly elementen: readonly Knoop[] }
  /** An element for each part of these cells, side by side. */
  | { readonly soort: 'delen'; readonly element: Knoop; readonly bronnen: readonly Bron[] };

type Blad = Extract<Knoop, { soort: 'bron' | 'vast' }>;

/** The plan after which every row of a file becomes a record; columns that the file lacks are left out. */
export function maakBouwplan(soort: Soort, mapping: Mapping, plaatsen: Kolomplaatsen): Knoop {
  const bladen: (readonly [Plaatsing, Blad])[] = [];
  for (const { kolom, veld, ...regels } of mapping.kolommen) {
    const plaats = plaatsen.van(kolom);
    const gevonden = veld === undefined ? undefined : ontleedVeld(soort, veld);
    if (gevonden === undefined || plaats === undefined) continue;
    const { schema } = gevonden.veld;
    const toonbaar = schema.enum !== undefined || schema.type === 'integer' || schema.format === 'date';
    const bron = { kolom: plaats, toonbaar, ...maakWaardelezer(gevonden.veld, regels) };
    bladen.push([gevonden.plaatsing, { soort: 'bron', bron }]);
  }
  for (const { veld, waarde } of mapping.vasteWaarden ?? []) {
    const gevonden = ontleedVeld(soort, veld);
    if (gevonden !== undefined) bladen.push([gevonden.plaatsing, { soort: 'vast', waarde }]);
  }
  return knoopVan(bladen);
}

function knoopVan(bladen: readonly (readonly [Plaatsing, Blad])[]): Knoop {
  const [eerste] = bladen;
  if (eerste !== undefined && eerste[0].length === 0) return eerste[1];
  const delen = new Map<string | number, (readonly [Plaatsing, Blad])[]>();
  for (const [[stap = '', ...verder], blad] of bladen) {
    delen.set(stap, [...(delen.get(stap) ?? []), [verder, blad]]);
  }
  const inCel = delen.get(LIJST);
  if (inCel !== undefined) {
    const bronnen = inCel.flatMap(([, blad]) => (blad.soort === 'bron' ? [blad.bron] : []));
    return { soort: 'delen', element: knoopVan(inCel), bronnen };
  }
  const nummers = [...delen.keys()].filter((stap) => typeof stap === 'number').sort((a, b) => a - b);
  if (nummers.length > 0)
    return { soort: 'elementen', elementen: nummers.map((nummer) => knoopVan(delen.get(nummer) ?? [])) };
  const velden = [...delen].map(([naam, binnen]) => [`${naam}`, knoopVan(binnen)] as const);
  return { soort: 'groep', velden, leeg: Object.fromEntries(velden.map(([naam]) => [naam, undefined])) };
}
