import type { Bladbegin } from '../../../domain/mapping/herken-koprij.ts';
import { namenlijstVan } from '../../../domain/mapping/kolomnamen.ts';
import { leesNummers, plat } from '../../../domain/mapping/kop.ts';
import type { Soort } from '../../../domain/soorten/soort.ts';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import type { Indeling } from '../../../domain/werkblad/blad.ts';
import type { GevondenKop } from '../../../domain/werkblad/herken-kop.ts';
import { alleBladen, indelingVan } from '../../../domain/werkblad/indeling.ts';
import { HOOGSTE_KOPRIJ, LANGSTE_KOP } from '../../../domain/werkblad/koprij.ts';
import { bladMetNaam, isGevuld, zoekKoppen } from '../../../domain/werkblad/lijkt-op.ts';
import { isLeeg } from '../../../domain/werkblad/lees-cel.ts';
import type { Rij } from '../../../domain/werkblad/rij.ts';
import { toonbareBladnaam } from '../../../domain/werkblad/toonbare-bladnaam.ts';
import { isSjabloon, koppenVan } from './koppen-van.ts';

/**
 * Refuses a template with a sheet that holds rows and looks like one of its own, by name or headings, and of which the
 * headings are not found: all languages or occupations would vanish, and the file be valid.
 */
export function weigerVerlorenBlad(soort: Soort, bladen: readonly Bladbegin[]): void {
  const indeling = indelingVan(soort);
  const koppen = koppenVan(soort, bladen);
  if (!isSjabloon(soort, koppen)) return;
  const ids = bladen.flatMap((blad, index) => lengtenVanIds(indeling, blad, koppen[index]));
  const verloren = bladen.find(
    (blad, index) => koppen[index] === undefined && lijktVanSjabloon(soort, blad, ids),
  );
  if (verloren === undefined) return;
  const naam = toonbareBladnaam(verloren.bladnaam);
  const voorbeeld =
    bladMetNaam(indeling, verloren.bladnaam) ?? zoekKoppen(alleBladen(indeling), verloren.eerste)?.blad;
  const wat =
    voorbeeld === undefined || voorbeeld.naam === naam ? 'een blad' : `het blad “${voorbeeld.naam}”`;
  throw new OnleesbaarBestand(
    'bestand-kolommen',
    `Het blad “${naam}” lijkt ${wat} van het sjabloon te zijn, maar UM vindt de kolomnamen ervan niet en zou de rijen op dat blad dus niet lezen. Zet de twee rijen met kolomnamen uit het sjabloon weer bovenaan en geef het blad de naam die het in het sjabloon heeft, of verwijder het blad als het iets van uzelf is, en lever het bestand opnieuw aan.`,
    { blad: verloren.bladnaam },
  );
}

/** How long the ids of the main sheet are; nothing of another sheet. */
function lengtenVanIds(
  { hoofdblad }: Indeling,
  { eerste }: Bladbegin,
  kop: GevondenKop | undefined,
): number[] {
  if (kop?.blad !== hoofdblad) return [];
  return eerste
    .filter((rij) => rij.rij > kop.rij && isGevuld(rij))
    .flatMap(({ cellen }) => cellen[kop.plaatsen[0] ?? -1]?.tekst.trim().length ?? []);
}

function lijktVanSjabloon(soort: Soort, blad: Bladbegin, ids: readonly number[]): boolean {
  const { bladnaam, eerste } = blad;
  const indeling = indelingVan(soort);
  if (bladMetNaam(indeling, bladnaam) !== undefined && eerste.slice(1).some(isGegevensrij)) return true;
  const koppen = zoekKoppen(alleBladen(indeling), eerste);
  if (koppen !== undefined && eerste.some((rij) => rij.rij > koppen.rij.rij && isGevuld(rij))) return true;
  return heeftEigenKoppen(soort, blad, ids);
}

/** A remark on a sheet that is not used stands in one cell. */
const isGegevensrij = (rij: Rij): boolean =>
  isGevuld(rij) && rij.cellen.filter((cel) => !isLeeg(cel)).length > 1;

/**
 * Somebody's own names for an id and a field in one row, as in a table that is no template, above ids that may be those
 * of the main sheet: the numbers of a list are shorter.
 */
function heeftEigenKoppen(soort: Soort, { eerste }: Bladbegin, ids: readonly number[]): boolean {
  const [kortste, langste] = ids.length === 0 ? [0, Infinity] : [Math.min(...ids), Math.max(...ids)];
  return eerste.some(({ rij, cellen }, index) => {
    if (rij > HOOGSTE_KOPRIJ) return false;
    const velden = cellen.map((cel) => veldMetNaam(soort, cel?.tekst ?? ''));
    const idKolom = velden.indexOf(soort.idVeld);
    if (idKolom < 0 || velden.every((veld) => veld === undefined || veld === soort.idVeld)) return false;
    return eerste.slice(index + 1).some((ander) => {
      const lengte = ander.cellen[idKolom]?.tekst.trim().length ?? 0;
      return isGevuld(ander) && lengte >= kortste && lengte <= langste;
    });
  });
}

function veldMetNaam(soort: Soort, kop: string): string | undefined {
  if (kop === '' || kop.length > LANGSTE_KOP) return undefined;
  const namen = namenlijstVan(soort);
  const veld = namen(plat(kop), false) ?? namen(leesNummers(kop)?.letters ?? '', false);
  return veld?.veld.sleutel;
}
