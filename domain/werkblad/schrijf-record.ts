import { isGroep } from '../soorten/json-schema.ts';
import type { RecordInhoud } from '../soorten/soort.ts';
import type { Blad, Indeling, Kolom } from './blad.ts';
import { alsCeltekst, LEGE_GROEP, LEGE_LIJST } from './markering.ts';
import { waardeLangs } from './weg.ts';

/** One row: a text or a number for each column of its sheet, undefined where the cell is empty. */
export type GeschrevenRij = readonly (string | number | undefined)[];

/**
 * The rows of a record, sheet by sheet, which `leesRecord` turns into the same record: an empty list, text or
 * group is spelled out, what is absent is an empty cell. What the schema does not name is left out.
 */
export function schrijfRecord(
  indeling: Indeling,
  record: RecordInhoud,
): ReadonlyMap<Blad, readonly GeschrevenRij[]> {
  const rijen = new Map<Blad, GeschrevenRij[]>();
  const sleutels = new Map<string, string | number>();

  const schrijf = (blad: Blad, rij: GeschrevenRij): void => {
    const eerdere = rijen.get(blad);
    if (eerdere === undefined) rijen.set(blad, [rij]);
    else eerdere.push(rij);
  };
  const schrijfElement = (blad: Blad, element: unknown, nummer: number): void => {
    if (blad.nummer !== undefined) sleutels.set(blad.nummer.sleutel, nummer);
    schrijf(blad, elementRij(blad, element, sleutels));
    for (const kind of indeling.deelbladen) if (kind.ouder === blad) schrijfLijst(kind, element);
  };
  const schrijfLijst = (blad: Blad, ouder: unknown): void => {
    const lijst = waardeLangs(ouder, blad.weg);
    if (!Array.isArray(lijst)) return;
    if (lijst.length === 0) schrijf(blad, legeLijst(blad, sleutels));
    for (const [index, element] of lijst.entries()) schrijfElement(blad, element, index + 1);
  };

  schrijfElement(indeling.hoofdblad, record, 1);
  return rijen;
}

type Sleutels = ReadonlyMap<string, string | number>;

function elementRij(blad: Blad, element: unknown, sleutels: Map<string, string | number>): GeschrevenRij {
  const leeg = blad.groepen.filter(({ weg }) => isLeegObject(waardeLangs(element, weg)));
  return blad.kolommen.map((kolom) => {
    if (kolom.rol === 'nummer') return sleutels.get(kolom.sleutel);
    if (kolom.rol === 'id' && blad.ouder !== undefined) return sleutels.get(kolom.sleutel);
    const cel = leeg.some((groep) => groep.kolom.sleutel === kolom.sleutel)
      ? LEGE_GROEP
      : celwaarde(waardeLangs(element, kolom.weg));
    if (kolom.rol === 'id' && cel !== undefined) sleutels.set(kolom.sleutel, cel);
    return cel;
  });
}

function legeLijst(blad: Blad, sleutels: Sleutels): GeschrevenRij {
  const plaats = markeerKolom(blad);
  return blad.kolommen.map((kolom) => {
    if (kolom === plaats) return LEGE_LIJST;
    return kolom.rol === 'waarde' || kolom === blad.nummer ? undefined : sleutels.get(kolom.sleutel);
  });
}

/** Where a row says that its list is empty. */
export const markeerKolom = (blad: Blad): Kolom | undefined =>
  blad.kolommen.find(({ rol }) => rol === 'waarde');

function celwaarde(waarde: unknown): string | number | undefined {
  if (typeof waarde === 'string') return alsCeltekst(waarde);
  return typeof waarde === 'number' ? waarde : undefined;
}

const isLeegObject = (waarde: unknown): boolean => isGroep(waarde) && Object.keys(waarde).length === 0;
