import type { Soort } from '../soorten/soort.ts';
import type { Rij } from '../werkblad/rij.ts';
import { herkenKop } from './herken-kolom.ts';
import { Kolomplaatsen, type Koprij, zoekKoprij } from './kolommen.ts';
import type { Mapping } from './mapping.ts';
import { herkenSonar, SONAR } from './sonar.ts';
import { stelVoor, type Voorstel } from './voorstel.ts';

/** A sheet with its first rows: enough to find the heading, and to see what stands below it. */
export interface Bladbegin {
  readonly nummer: number;
  readonly bladnaam: string;
  readonly eerste: readonly Rij[];
}

export interface OpgeslagenMapping {
  readonly naam: string;
  readonly mapping: Mapping;
}

type Herkomst = 'opgeslagen' | 'ingebouwd' | 'voorstel';

/** A mapping with the sheets that it can read: the one that it was chosen for, and others with the same columns. */
export interface GekozenMapping {
  readonly herkomst: Herkomst;
  readonly naam?: string;
  readonly mapping: Mapping;
  readonly koprijen: readonly (Koprij & { readonly nummer: number })[];
  /** What UM makes of the columns; of a saved mapping too, so that who looks sees what was left out. */
  readonly voorstel: Voorstel;
}

/** Only a proposal, because a person has to look at it; without one no heading was found. */
export interface MappingNodig {
  readonly voorstel: Voorstel | undefined;
  /** Sheets with an id and fields that the proposal would leave unread. */
  readonly ongelezen?: readonly string[];
}

/** The first that fits: a saved mapping with all of its columns, the built-in one, or a proposal that is certain. */
export function kiesMapping(
  soort: Soort,
  bladen: readonly Bladbegin[],
  opgeslagen: readonly OpgeslagenMapping[],
): GekozenMapping | MappingNodig {
  for (const { naam, mapping } of meesteKolommenEerst(opgeslagen)) {
    const gekozen = gebruik(soort, bladen, mapping, { herkomst: 'opgeslagen', naam });
    if (gekozen !== undefined) return gekozen;
  }
  const sonar = ingebouwd(soort, bladen);
  if (sonar !== undefined) return sonar;
  const voorstellen = kansrijk(soort, bladen).map((koprij) => stelVoor(soort, koprij));
  for (const voorstel of voorstellen.filter(({ zeker }) => zeker)) {
    const gekozen = gebruikVoorstel(soort, bladen, voorstel, { herkomst: 'voorstel' });
    if (gekozen === undefined) continue;
    const ongelezen = ongelezenBladen(soort, bladen, gekozen);
    return ongelezen.length === 0 ? gekozen : { voorstel, ongelezen };
  }
  return { voorstel: meesteVelden(voorstellen) };
}

/** The mapping for the export from Sonar, where this is one. */
export function ingebouwd(soort: Soort, bladen: readonly Bladbegin[]): GekozenMapping | undefined {
  for (const koprij of kansrijk(soort, bladen)) {
    const sonar = herkenSonar(soort, koprij);
    const gekozen = sonar && gebruikVoorstel(soort, bladen, sonar, { herkomst: 'ingebouwd', naam: SONAR });
    if (gekozen !== undefined) return gekozen;
  }
  return undefined;
}

const kansrijk = (soort: Soort, bladen: readonly Bladbegin[]): Koprij[] =>
  bladen.flatMap((blad) => {
    const koprij = koprijVan(soort, blad);
    return koprij === undefined ? [] : [koprij];
  });

/** The columns of a mapping that are not there, on the sheet that comes nearest. */
export function ontbrekendeKolommen(bladen: readonly Bladbegin[], mapping: Mapping): readonly string[] {
  const nodig = kolommenVan(mapping);
  let minste: readonly string[] = nodig;
  for (const { cellen } of bladen.flatMap(({ eerste }) => eerste.slice(0, 10))) {
    const plaatsen = new Kolomplaatsen(cellen.map((cel) => cel?.tekst));
    const weg = nodig.filter((kolom) => plaatsen.van(kolom) === undefined);
    if (weg.length < minste.length) minste = weg;
  }
  return minste;
}

/** A mapping on every sheet that has all of its columns; undefined when no sheet has. */
export function gebruik(
  soort: Soort,
  bladen: readonly Bladbegin[],
  mapping: Mapping,
  herkomst: Pick<GekozenMapping, 'herkomst' | 'naam'>,
): GekozenMapping | undefined {
  const nodig = kolommenVan(mapping);
  const koprijen = bladen.flatMap((blad) => {
    const koprij = zoekKoprij(blad.bladnaam, blad.eerste, (koppen) => {
      const plaatsen = new Kolomplaatsen(koppen);
      return nodig.every((kolom) => plaatsen.van(kolom) !== undefined) ? 1 : 0;
    });
    return koprij === undefined ? [] : [{ ...koprij, nummer: blad.nummer }];
  });
  const [eerste] = koprijen;
  return eerste && { ...herkomst, mapping, koprijen, voorstel: stelVoor(soort, eerste) };
}

function gebruikVoorstel(
  soort: Soort,
  bladen: readonly Bladbegin[],
  voorstel: Voorstel,
  herkomst: Pick<GekozenMapping, 'herkomst' | 'naam'>,
): GekozenMapping | undefined {
  const { id } = voorstel.mapping;
  const gekozen = id && gebruik(soort, bladen, { ...voorstel.mapping, id }, herkomst);
  return gekozen && { ...gekozen, voorstel };
}

/** The headings that a mapping reads; those that it leaves out may be away. */
export const kolommenVan = ({ id, toestemming, mutatie, kolommen }: Mapping): string[] => [
  id.kolom,
  ...(toestemming === undefined ? [] : [toestemming.kolom]),
  ...(mutatie === undefined ? [] : [mutatie.kolom]),
  ...kolommen.flatMap(({ kolom, veld }) => (veld === undefined ? [] : [kolom])),
];

/** A row is a heading by what UM knows of it, or else by what stands below it. */
function koprijVan(soort: Soort, { bladnaam, eerste }: Bladbegin): Koprij | undefined {
  return zoekKoprij(bladnaam, eerste, (koppen, eronder) => {
    const ingevuld = koppen.filter((kop) => kop !== undefined);
    const bekend = ingevuld.filter((kop) => herkenKop(soort, kop).hoe !== 'onbekend').length;
    // One known column can be chance: `adviseur` is a value as well.
    if (bekend >= 2 || bekend === ingevuld.length) return bekend + 1;
    return ingevuld.length >= 2 && staatBovenCijfers(koppen, eronder) ? 1 : 0;
  });
}

/** Whether some column has digits in every row but this one: a row of data is like the others. */
const staatBovenCijfers = (koppen: Koprij['koppen'], eronder: readonly Rij[]): boolean =>
  koppen.some((kop, index) => {
    if (kop === undefined || /[0-9]/.test(kop)) return false;
    const waarden = eronder.flatMap(({ cellen }) =>
      cellen[index] === undefined ? [] : [cellen[index].tekst],
    );
    return waarden.length > 0 && waarden.every((waarde) => /[0-9]/.test(waarde));
  });

/** What UM chooses by itself must not lose a sheet on which other things are said of the same people. */
function ongelezenBladen(soort: Soort, bladen: readonly Bladbegin[], { koprijen }: GekozenMapping): string[] {
  return bladen
    .filter(({ nummer }) => !koprijen.some((koprij) => koprij.nummer === nummer))
    .filter((blad) => {
      const koprij = koprijVan(soort, blad);
      const voorstel = koprij && stelVoor(soort, koprij);
      return voorstel?.mapping.id !== undefined && gevuld(voorstel) > 0;
    })
    .map(({ bladnaam }) => bladnaam);
}

const meesteKolommenEerst = (opgeslagen: readonly OpgeslagenMapping[]): OpgeslagenMapping[] =>
  opgeslagen.toSorted(
    (een, ander) =>
      kolommenVan(ander.mapping).length - kolommenVan(een.mapping).length || (een.naam < ander.naam ? -1 : 1),
  );

const meesteVelden = (voorstellen: readonly Voorstel[]): Voorstel | undefined =>
  voorstellen.toSorted((een, ander) => gevuld(ander) - gevuld(een))[0];

const gevuld = ({ mapping }: Voorstel): number =>
  mapping.kolommen.filter(({ veld }) => veld !== undefined).length;
