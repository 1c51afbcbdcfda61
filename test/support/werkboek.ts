import { type Indeling } from '../../domain/werkblad/blad.ts';
import { indelingVan } from '../../domain/werkblad/indeling.ts';
import type { Cel } from '../../domain/werkblad/lees-cel.ts';
import type { Rij } from '../../domain/werkblad/rij.ts';
import { type GeschrevenRij, schrijfRecord } from '../../domain/werkblad/schrijf-record.ts';
import type { Werkboek } from '../../domain/werkblad/werkboek.ts';
import type { RecordInhoud, Soort } from '../../domain/soorten/soort.ts';

/** Sheets in memory: rows of texts and numbers, the first row first. */
export type Bladen = Record<string, GeschrevenRij[]>;

export const cel = (waarde: string | number | undefined): Cel | undefined =>
  waarde === undefined
    ? undefined
    : { soort: typeof waarde === 'number' ? 'getal' : 'tekst', tekst: `${waarde}` };

/** A workbook as the reader of spreadsheets would hand it over. */
export function alsWerkboek(bladen: Bladen): Werkboek & { readonly gelezenRijen: () => number } {
  let gelezen = 0;
  return {
    bladnamen: Object.keys(bladen),
    gelezenRijen: () => gelezen,
    async *rijen(nummer) {
      for (const [index, rij] of (Object.values(bladen)[nummer] ?? []).entries()) {
        gelezen++;
        await Promise.resolve();
        yield { rij: index + 1, cellen: rij.map(cel) } satisfies Rij;
      }
    },
  };
}

/** The template of a soort filled with these records. */
export function gevuld(soort: Soort, records: readonly RecordInhoud[]): Bladen {
  const indeling = indelingVan(soort);
  const bladen: Bladen = Object.fromEntries(
    alleBladen(indeling).map(({ naam, kolommen }) => [
      naam,
      [kolommen.map(({ titel }) => titel), kolommen.map(({ sleutel }) => sleutel)],
    ]),
  );
  for (const record of records) {
    for (const [blad, rijen] of schrijfRecord(indeling, record)) bladen[blad.naam]?.push(...rijen);
  }
  return bladen;
}

export const alleBladen = ({ hoofdblad, deelbladen }: Indeling) => [hoofdblad, ...deelbladen];
