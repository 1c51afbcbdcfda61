import type { Soort } from '../soorten/soort.ts';
import { type ExtraKolom, extraKolommen } from './extra-kolommen.ts';
import { gebruik, type GekozenMapping, kolommenVan, vergetenToestemming } from './gebruik-mapping.ts';
import { type Bladbegin, koprijVan } from './herken-koprij.ts';
import { type Koprij } from './kolommen.ts';
import type { Mapping } from './mapping.ts';
import { herkenSonar, SONAR } from './sonar.ts';
import { stelVoor, type Voorstel } from './voorstel.ts';

export interface OpgeslagenMapping {
  readonly naam: string;
  readonly mapping: Mapping;
}

/** Only a proposal, because a person has to look at it; without one no heading was found. */
export interface MappingNodig {
  readonly voorstel: Voorstel | undefined;
  /** Sheets with an id and fields that the proposal would leave unread. */
  readonly ongelezen?: readonly string[];
  /** Columns that the first sheet with this mapping has not. */
  readonly extra?: readonly ExtraKolom[];
}

/** The first that fits: a saved mapping with all of its columns, the built-in one, or a proposal that is certain. */
export function kiesMapping(
  soort: Soort,
  bladen: readonly Bladbegin[],
  opgeslagen: readonly OpgeslagenMapping[],
): GekozenMapping | MappingNodig {
  for (const { naam, mapping } of meesteKolommenEerst(opgeslagen)) {
    const gekozen = gebruik(soort, bladen, mapping, { herkomst: 'opgeslagen', naam });
    if (gekozen !== undefined && vergetenToestemming(gekozen) === undefined) return gekozen;
  }
  const sonar = ingebouwd(soort, bladen);
  if (sonar !== undefined) return zonderExtra(soort, sonar, sonar.voorstel);
  const voorstellen = kansrijk(soort, bladen).map((koprij) => stelVoor(soort, koprij));
  for (const voorstel of voorstellen.filter(({ zeker }) => zeker)) {
    const gekozen = gebruikVoorstel(soort, bladen, voorstel, { herkomst: 'voorstel' });
    if (gekozen === undefined) continue;
    const ongelezen = ongelezenBladen(soort, bladen, gekozen);
    return ongelezen.length === 0 ? zonderExtra(soort, gekozen, voorstel) : { voorstel, ongelezen };
  }
  return { voorstel: meesteVelden(voorstellen) };
}

function zonderExtra(
  soort: Soort,
  gekozen: GekozenMapping,
  voorstel: Voorstel,
): GekozenMapping | MappingNodig {
  const extra = extraKolommen(soort, gekozen);
  return extra.length === 0 ? gekozen : { voorstel, extra };
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
