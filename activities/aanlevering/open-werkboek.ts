import type { Werkboek } from '../../domain/werkblad/werkboek.ts';
import type { Bestand } from './bestand.ts';
import { leesOds, openOds } from './tabel/ods/lees-ods.ts';
import type { LeesTabel, OpenTabel } from './tabel/tabel.ts';
import { leesXlsx, openXlsx } from './tabel/xlsx/lees-xlsx.ts';

/** What these have in common for all their sheets would otherwise be read again for every sheet. */
const opener = new Map<LeesTabel, (bestand: Bestand) => Promise<OpenTabel>>([
  [leesXlsx, openXlsx],
  [leesOds, openOds],
]);

/** Opens a tabular file; throws `OnleesbaarBestand`. */
export type OpenWerkboek = (bestand: Bestand, lees: LeesTabel) => Promise<Werkboek>;

/** A tabular file as the layout of the template wants it: each sheet to be read as often as needed. */
export const openWerkboek: OpenWerkboek = async (bestand, lees) => {
  const open = opener.get(lees);
  if (open !== undefined) {
    const { bladen, rijen } = await open(bestand);
    return {
      bladnamen: bladen.map(({ naam }) => naam),
      rijen: (nummer) => rijen(bladen[nummer] ?? geenBlad()),
    };
  }
  const bladnamen: string[] = [];
  const noteer: LeesTabel = (van) => lees(van, { neemBlad: ({ naam }) => (bladnamen.push(naam), false) });
  for await (const rij of noteer(bestand)) throw new Error(`Row ${rij.rij} of a sheet that was left out`);
  return { bladnamen, rijen: (nummer) => lees(bestand, { neemBlad: (blad) => blad.nummer === nummer }) };
};

function geenBlad(): never {
  throw new Error('No such sheet in this workbook');
}
