import { datumVanDagnummer, datumVanIso, tijdVanDagdeel } from '../datum.ts';
import { alsProcent, leesGetal } from '../getal.ts';
import type { Cel } from '../tabel.ts';
import type { Notatie } from './getalnotatie.ts';

/** What the file says of a cell, for the types that need no look elsewhere (no shared or rich strings). */
export interface RuweCel {
  /** The `t` attribute: `n` when absent. */
  readonly type: string;
  readonly waarde: string;
  readonly notatie: Notatie | undefined;
  readonly stelsel1904: boolean;
}

/** The value of a cell that is not a text. */
export function celWaarde({ type, waarde, notatie, stelsel1904 }: RuweCel): Cel {
  switch (type) {
    case 'n':
      return getalCel(waarde, notatie, stelsel1904);
    case 'b':
      return waar(waarde);
    case 'e':
      return { soort: 'fout', tekst: waarde.trim(), reden: 'foutwaarde' };
    case 'd':
      return datumVanIso(waarde);
    default:
      return { soort: 'fout', tekst: waarde, reden: 'ongeldige-waarde' };
  }
}

function getalCel(waarde: string, notatie: Notatie | undefined, stelsel1904: boolean): Cel {
  const cel = leesGetal(waarde);
  if (cel === undefined) return { soort: 'fout', tekst: waarde, reden: 'ongeldige-waarde' };
  if (notatie === undefined) return cel;
  if (notatie.soort === 'datum') return datumVanDagnummer(cel.getal, stelsel1904);
  // 12:00 shown of day 46,000 is a moment; of a number below 1, or counting on past 24 hours, it is a time.
  if (notatie.soort === 'tijd') {
    return notatie.doorlopend === true || cel.getal < 1
      ? tijdVanDagdeel(cel.getal)
      : datumVanDagnummer(cel.getal, stelsel1904);
  }
  if (notatie.procent === true) return alsProcent(cel.getal);
  if (notatie.cijfers !== undefined && cel.tekst.length < notatie.cijfers && /^\d+$/.test(cel.tekst)) {
    return { ...cel, weergave: cel.tekst.padStart(notatie.cijfers, '0') };
  }
  return cel;
}

function waar(waarde: string): Cel {
  const tekst = waarde.trim();
  if (tekst === '1' || tekst === 'true') return { soort: 'waar', tekst: 'true' };
  if (tekst === '0' || tekst === 'false') return { soort: 'waar', tekst: 'false' };
  return { soort: 'fout', tekst: waarde, reden: 'ongeldige-waarde' };
}
