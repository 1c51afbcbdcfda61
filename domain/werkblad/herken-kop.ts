import { raaktToestemming } from '../mapping/toestemming.ts';
import { grensVan } from './achter-de-koppen.ts';
import type { Blad, Indeling } from './blad.ts';
import { extraKoppen, isTitelrij, type Kopcel } from './extra-koppen.ts';
import { plaatsVan, platteNaam } from './plaats-van-naam.ts';
import { alleBladen } from './indeling.ts';
import { HOOGSTE_KOPRIJ } from './koprij.ts';
import type { Kop, Rij, Toestemmingkolom } from './rij.ts';

/** The rows above the data of a template: the titles, and the names for programs in a hidden row below them. */
export const KOPRIJEN = 2;

/** A heading with the row that it ends in; rows with data follow. */
export interface GevondenKop extends Kop {
  readonly rij: number;
  /** Headings that UM does not read: of columns that somebody added, or gave another name. */
  readonly extra: readonly Kopcel[];
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
  const bladen = alleBladen(indeling);
  const rijen = eerste.filter(({ rij }) => rij <= HOOGSTE_KOPRIJ);
  for (const rij of rijen) {
    const blad = bladen.find((kandidaat) => heeftSleutels(kandidaat, rij));
    if (blad === undefined) continue;
    const titels = rijen.filter((ander) => ander.rij < rij.rij).at(-1);
    return alsKop(blad, bladnaam, { sleutels: rij, titels }, eerste);
  }
  const blad = bladen.find(({ naam }) => platteNaam(naam) === platteNaam(bladnaam));
  const kop = blad && rijen.find((rij) => plaatsVan(rij, blad.kolommen[0]?.titel) >= 0);
  if (blad === undefined || kop === undefined) return undefined;
  return alsKop(blad, bladnaam, { sleutels: undefined, titels: kop }, eerste);
}

/** The two headings of a sheet, the one with the names for programs below the other; one of them may be gone. */
type Koprijen =
  | { readonly sleutels: Rij; readonly titels: Rij | undefined }
  | { readonly sleutels: undefined; readonly titels: Rij };

function alsKop(blad: Blad, bladnaam: string, koprijen: Koprijen, eerste: readonly Rij[]): GevondenKop {
  const { rij } = koprijen.sleutels ?? koprijen.titels;
  const plaatsen = zoekKolommen(blad, koprijen.sleutels, koprijen.titels);
  const eronder = eerste.filter((ander) => ander.rij > rij);
  return {
    ...{ blad, bladnaam, plaatsen, rij },
    ...rechts(bladnaam, koprijen, eronder),
    ...metExtra(blad, plaatsen, koprijen),
  };
}

function metExtra(
  blad: Blad,
  plaatsen: readonly number[],
  koprijen: Koprijen,
): Pick<GevondenKop, 'mutatie' | 'toestemming' | 'extra'> {
  const { sleutels, titels } = koprijen;
  const gelezen = erbij(blad, plaatsen, koprijen);
  const bekend = [
    ...plaatsen,
    gelezen.mutatie ?? -1,
    ...(gelezen.toestemming ?? []).map(({ kolom }) => kolom),
  ];
  const isKop = titels !== undefined && (!sleutels || isTitelrij(blad, plaatsen, sleutels, titels));
  return {
    ...gelezen,
    extra: extraKoppen(bekend, [...(isKop ? [titels] : []), ...(sleutels ? [sleutels] : [])]),
  };
}

/** Where the heading of a CSV file ends on its right. */
function rechts(
  bladnaam: string,
  { sleutels, titels }: Koprijen,
  eronder: readonly Rij[],
): Pick<Kop, 'grens'> {
  const breedte = Math.max(sleutels?.cellen.length ?? 0, titels?.cellen.length ?? 0);
  const koppen = Array.from(
    { length: breedte },
    (_, kolom) => sleutels?.cellen[kolom]?.tekst ?? titels?.cellen[kolom]?.tekst,
  );
  const kolom = grensVan(bladnaam, koppen, eronder);
  return kolom === undefined ? {} : { grens: { kolom, koppen } };
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
