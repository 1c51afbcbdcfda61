import type { Bladbegin } from '../../../domain/mapping/herken-koprij.ts';
import type { Rij } from '../../../domain/werkblad/rij.ts';
import type { Werkboek } from '../../../domain/werkblad/werkboek.ts';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';

/** Enough to find a heading, and to see burgerservicenummers below it; sheets may be very wide. */
const hoogstens = { bladen: 50, rijen: 200, cellen: 20_000 };

/** The first rows of every sheet that has any. Throws `OnleesbaarBestand` rather than leave a sheet unseen. */
export async function leesBladbegin(werkboek: Werkboek): Promise<Bladbegin[]> {
  if (werkboek.bladnamen.length > hoogstens.bladen) throw teVeelBladen(werkboek.bladnamen.length);
  const bladen: Bladbegin[] = [];
  for (const [nummer, bladnaam] of werkboek.bladnamen.entries()) {
    const eerste: Rij[] = [];
    let cellen = 0;
    for await (const rij of werkboek.rijen(nummer)) {
      cellen += rij.cellen.length;
      if (eerste.push(rij) >= hoogstens.rijen || cellen >= hoogstens.cellen) break;
    }
    if (eerste.length > 0) bladen.push({ nummer, bladnaam, eerste });
  }
  return bladen;
}

const teVeelBladen = (aantal: number): OnleesbaarBestand =>
  new OnleesbaarBestand(
    'bestand-te-groot',
    `Het bestand heeft ${aantal} bladen, en UM leest er hoogstens ${hoogstens.bladen}. Haal bladen zonder records weg, of verdeel de records over minder bladen, en lever het bestand opnieuw aan.`,
  );
