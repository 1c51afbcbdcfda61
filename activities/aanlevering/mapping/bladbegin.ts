import type { Bladbegin } from '../../../domain/mapping/herken-koprij.ts';
import type { Rij } from '../../../domain/werkblad/rij.ts';
import type { Werkboek } from '../../../domain/werkblad/werkboek.ts';

/** Enough to find a heading, and to see burgerservicenummers below it; sheets may be very wide. */
const hoogstens = { bladen: 50, rijen: 200, cellen: 20_000 };

/** The first rows of every sheet that has any. */
export async function leesBladbegin(werkboek: Werkboek): Promise<Bladbegin[]> {
  const bladen: Bladbegin[] = [];
  for (const [nummer, bladnaam] of werkboek.bladnamen.slice(0, hoogstens.bladen).entries()) {
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
