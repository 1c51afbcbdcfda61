import { type Bladbegin, koprijVan } from '../../../domain/mapping/herken-koprij.ts';
import type { Soort } from '../../../domain/soorten/soort.ts';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';

/** Whether a table has headings at most: a mapping for it would still give nothing to publish. */
export function zonderRecords(soort: Soort, bladen: readonly Bladbegin[]): boolean {
  const koprijen = bladen.flatMap((blad) => koprijVan(soort, blad) ?? []);
  // A single row that UM does not know is either a heading or a record without one.
  if (koprijen.length === 0) return bladen.flatMap(({ eerste }) => eerste).length <= 1;
  return koprijen.every(({ steekproef }) => steekproef.length === 0);
}

export const geenRecords = (): OnleesbaarBestand =>
  new OnleesbaarBestand(
    'bestand-leeg',
    'Het bestand bevat geen records: er staat niets onder de rij met kolomnamen. Lever een bestand met records aan; wilt u niets meer publiceren, trek dan de publicatie in.',
  );
