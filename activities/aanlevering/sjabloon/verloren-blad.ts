import { LANGSTE_KOP } from '../../../domain/mapping/herken-kolom.ts';
import type { Bladbegin } from '../../../domain/mapping/herken-koprij.ts';
import { namenlijstVan } from '../../../domain/mapping/kolomnamen.ts';
import { leesNummers, plat } from '../../../domain/mapping/kop.ts';
import type { Soort } from '../../../domain/soorten/soort.ts';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import { herkenKop } from '../../../domain/werkblad/herken-kop.ts';
import { indelingVan } from '../../../domain/werkblad/indeling.ts';
import { bladMetNaam, isGevuld, zoekKoppen } from '../../../domain/werkblad/lijkt-op.ts';
import { toonbareBladnaam } from '../../../domain/werkblad/toonbare-bladnaam.ts';

/**
 * Refuses a template with a sheet that holds rows and looks like one of its own, by name or headings, and of which the
 * headings are not found: all languages or occupations would vanish, and the file be valid.
 */
export function weigerVerlorenBlad(soort: Soort, bladen: readonly Bladbegin[]): void {
  const indeling = indelingVan(soort);
  const koppen = bladen.map(({ bladnaam, eerste }) => herkenKop(indeling, bladnaam, eerste));
  if (!koppen.some((kop) => kop?.blad === indeling.hoofdblad)) return;
  const verloren = bladen.find((blad, index) => koppen[index] === undefined && lijktVanSjabloon(soort, blad));
  if (verloren === undefined) return;
  const naam = toonbareBladnaam(verloren.bladnaam);
  const voorbeeld =
    bladMetNaam(indeling, verloren.bladnaam) ?? zoekKoppen(alle(soort), verloren.eerste)?.blad;
  const wat =
    voorbeeld === undefined || voorbeeld.naam === naam ? 'een blad' : `het blad “${voorbeeld.naam}”`;
  throw new OnleesbaarBestand(
    'bestand-kolommen',
    `Het blad “${naam}” lijkt ${wat} van het sjabloon te zijn, maar UM vindt de kolomnamen ervan niet en zou de rijen op dat blad dus niet lezen. Zet de twee rijen met kolomnamen uit het sjabloon weer bovenaan en geef het blad de naam die het in het sjabloon heeft, of verwijder het blad, en lever het bestand opnieuw aan.`,
    { blad: verloren.bladnaam },
  );
}

const alle = (soort: Soort) => {
  const { hoofdblad, deelbladen } = indelingVan(soort);
  return [hoofdblad, ...deelbladen];
};

function lijktVanSjabloon(soort: Soort, blad: Bladbegin): boolean {
  const { bladnaam, eerste } = blad;
  if (bladMetNaam(indelingVan(soort), bladnaam) !== undefined && eerste.slice(1).some(isGevuld)) return true;
  const koppen = zoekKoppen(alle(soort), eerste);
  if (koppen !== undefined && eerste.some((rij) => rij.rij > koppen.rij.rij && isGevuld(rij))) return true;
  return heeftEigenKoppen(soort, blad);
}

/** Somebody's own names for an id and a field in one row, as in a table that is no template. */
function heeftEigenKoppen(soort: Soort, { eerste }: Bladbegin): boolean {
  return eerste.some(({ rij, cellen }, index) => {
    if (rij > HOOGSTE_KOPRIJ) return false;
    const velden = cellen.flatMap((cel) => veldMetNaam(soort, cel?.tekst ?? '') ?? []);
    const isKop = velden.includes(soort.idVeld) && velden.some((sleutel) => sleutel !== soort.idVeld);
    return isKop && eerste.slice(index + 1).some(isGevuld);
  });
}

const HOOGSTE_KOPRIJ = 10;

function veldMetNaam(soort: Soort, kop: string): string | undefined {
  if (kop === '' || kop.length > LANGSTE_KOP) return undefined;
  const namen = namenlijstVan(soort);
  const veld = namen(plat(kop), false) ?? namen(leesNummers(kop)?.letters ?? '', false);
  return veld?.veld.sleutel;
}
