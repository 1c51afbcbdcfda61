import type { Weg } from './blad.ts';
import { leesCel } from './lees-cel.ts';
import { LEGE_GROEP, LEGE_LIJST } from './markering.ts';
import type { Bladrij } from './rij.ts';
import { markeerKolom } from './schrijf-record.ts';
import { metWaarde } from './weg.ts';

/** A cell that could not be read for its field. */
export interface Celfout {
  readonly weg: Weg;
  readonly code: string;
  readonly gezegde: string;
}

/** Whether this row only says that its list is there and has no elements. */
export function isLegeLijst({ kop: { blad }, cellen }: Bladrij): boolean {
  const plaats = markeerKolom(blad);
  return plaats !== undefined && cellen[blad.kolommen.indexOf(plaats)]?.tekst.trim() === LEGE_LIJST;
}

/** What the cells of a row say of its element: a group of fields, or a value where the sheet is a list of values. */
export function leesElement({ kop: { blad }, cellen }: Bladrij): {
  readonly element: unknown;
  readonly fouten: readonly Celfout[];
} {
  const fouten: Celfout[] = [];
  let element: unknown = blad.groepen.length > 0 ? {} : undefined;
  for (const [index, kolom] of blad.kolommen.entries()) {
    const cel = cellen[index];
    // The id is a value of the record itself, and a key on every other sheet.
    if (cel === undefined || kolom.rol === 'nummer' || (kolom.rol === 'id' && blad.ouder !== undefined))
      continue;
    const leeg = cel.tekst.trim() === LEGE_GROEP && blad.groepen.find((groep) => groep.kolom === kolom);
    if (leeg) {
      element = metWaarde(element, leeg.weg, {});
      continue;
    }
    const gelezen = leesCel(kolom.schema, cel);
    if (gelezen === undefined) continue;
    element = metWaarde(element, kolom.weg, gelezen.waarde);
    if ('code' in gelezen) fouten.push({ weg: kolom.weg, code: gelezen.code, gezegde: gelezen.gezegde });
  }
  return { element, fouten };
}
