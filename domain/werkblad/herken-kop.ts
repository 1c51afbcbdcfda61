import { raaktToestemming } from '../mapping/toestemming.ts';
import { grensVan } from './achter-de-koppen.ts';
import type { Blad, Indeling } from './blad.ts';
import type { Kop, Rij, Toestemmingkolom } from './rij.ts';

/** The rows above the data of a template: the titles, and the names for programs in a hidden row below them. */
export const KOPRIJEN = 2;

/** Further down than this nobody puts a heading. */
const HOOGSTE_KOPRIJ = 10;

/** A heading with the row that it ends in; rows with data follow. */
export interface GevondenKop extends Kop {
  readonly rij: number;
}

/**
 * Recognises a sheet of the template by the names for programs, in whatever order the columns are; where that row
 * is gone, by its tab and its titles. A column that lost its name is found by its title. Undefined for a sheet that
 * is none of the template.
 */
export function herkenKop(
  indeling: Indeling,
  bladnaam: string,
  eerste: readonly Rij[],
): GevondenKop | undefined {
  const bladen = [indeling.hoofdblad, ...indeling.deelbladen];
  const rijen = eerste.filter(({ rij }) => rij <= HOOGSTE_KOPRIJ);
  for (const rij of rijen) {
    const blad = bladen.find((kandidaat) => heeftSleutels(kandidaat, rij));
    if (blad === undefined) continue;
    const titels = rijen.filter((ander) => ander.rij < rij.rij).at(-1);
    const plaatsen = zoekKolommen(blad, rij, titels);
    const koppen = { sleutels: rij, titels };
    return {
      blad,
      bladnaam,
      plaatsen,
      ...onder(rij, bladnaam, koppen, eerste),
      ...erbij(blad, plaatsen, koppen),
    };
  }
  const blad = bladen.find(({ naam }) => plat(naam) === plat(bladnaam));
  const kop = blad && rijen.find((rij) => plaatsVan(rij, blad.kolommen[0]?.titel) >= 0);
  if (blad === undefined || kop === undefined) return undefined;
  const plaatsen = zoekKolommen(blad, undefined, kop);
  const koppen = { sleutels: undefined, titels: kop };
  return {
    blad,
    bladnaam,
    plaatsen,
    ...onder(kop, bladnaam, koppen, eerste),
    ...erbij(blad, plaatsen, koppen),
  };
}

/** The two headings of a sheet; either may be gone. */
interface Koprijen {
  readonly sleutels: Rij | undefined;
  readonly titels: Rij | undefined;
}

/** Where the heading ends, below and, in a CSV file, on its right. */
function onder(
  { rij }: Rij,
  bladnaam: string,
  { sleutels, titels }: Koprijen,
  eerste: readonly Rij[],
): Pick<GevondenKop, 'rij' | 'grens'> {
  const breedte = Math.max(sleutels?.cellen.length ?? 0, titels?.cellen.length ?? 0);
  const koppen = Array.from(
    { length: breedte },
    (_, kolom) => sleutels?.cellen[kolom]?.tekst ?? titels?.cellen[kolom]?.tekst,
  );
  const kolom = grensVan(
    bladnaam,
    koppen,
    eerste.filter((ander) => ander.rij > rij),
  );
  return { rij, ...(kolom !== undefined && { grens: { kolom, koppen } }) };
}

/** Columns that somebody put on the main sheet, under either of its headings. */
function erbij(
  blad: Blad,
  plaatsen: readonly number[],
  { sleutels, titels }: Koprijen,
): Pick<Kop, 'mutatie' | 'toestemming'> {
  if (blad.ouder !== undefined) return {};
  const toestemming = toestemmingKolommen(plaatsen, [sleutels, titels]);
  return { ...mutatieKolom(sleutels, titels), ...(toestemming.length > 0 && { toestemming }) };
}

function toestemmingKolommen(plaatsen: readonly number[], koprijen: readonly (Rij | undefined)[]) {
  const gevonden = new Map<number, Toestemmingkolom>();
  for (const [kolom, kop] of koprijen.flatMap((rij) => [...(rij?.cellen.entries() ?? [])])) {
    if (kop === undefined || plaatsen.includes(kolom) || !raaktToestemming(kop.tekst)) continue;
    gevonden.set(kolom, { kolom, kop: kop.tekst });
  }
  return [...gevonden.values()];
}

function mutatieKolom(sleutels: Rij | undefined, titels: Rij | undefined): Pick<Kop, 'mutatie'> {
  const plaats = [sleutels, titels].map((rij) => plaatsVan(rij, MUTATIE)).find((kolom) => kolom >= 0);
  return plaats === undefined ? {} : { mutatie: plaats };
}

/** The name of the field that JSON has for it. */
const MUTATIE = 'mutatie';

/** The id stands on every sheet: one more name tells which sheet this is. */
function heeftSleutels(blad: Blad, rij: Rij): boolean {
  const gevonden = blad.kolommen.filter(({ sleutel }) => plaatsVan(rij, sleutel) >= 0);
  return gevonden.some(({ rol }) => rol === 'id') && gevonden.some(({ rol }) => rol === 'waarde');
}

function zoekKolommen(blad: Blad, sleutels: Rij | undefined, titels: Rij | undefined): number[] {
  const opSleutel = blad.kolommen.map(({ sleutel }) => plaatsVan(sleutels, sleutel));
  return blad.kolommen.map(({ titel }, index) => {
    const plaats = opSleutel[index] ?? -1;
    if (plaats >= 0) return plaats;
    const opTitel = plaatsVan(titels, titel);
    return opSleutel.includes(opTitel) ? -1 : opTitel;
  });
}

const plaatsVan = (rij: Rij | undefined, naam = ''): number =>
  rij?.cellen.findIndex((cel) => cel !== undefined && plat(cel.tekst) === plat(naam)) ?? -1;

const plat = (tekst: string): string => tekst.replace(/\s+/g, ' ').trim().toLowerCase();
