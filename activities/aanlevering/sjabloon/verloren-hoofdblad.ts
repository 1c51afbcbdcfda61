import type { Bladbegin } from '../../../domain/mapping/herken-koprij.ts';
import type { Soort } from '../../../domain/soorten/soort.ts';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import { celAdres } from '../../../domain/werkblad/cel-adres.ts';
import { indelingVan } from '../../../domain/werkblad/indeling.ts';
import { bladMetNaam, type Gelijkenis, zoekKoppen } from '../../../domain/werkblad/lijkt-op.ts';
import { toonbareBladnaam } from '../../../domain/werkblad/toonbare-bladnaam.ts';
import { koppenVan } from './koppen-van.ts';

/**
 * Refuses a template of which the main sheet is not recognised, and the others are: it would pass for a table of the
 * gemeente's own with a dozen sheets that do not fit it.
 */
export function weigerVerlorenHoofdblad(soort: Soort, bladen: readonly Bladbegin[]): void {
  const indeling = indelingVan(soort);
  const { hoofdblad } = indeling;
  const koppen = koppenVan(soort, bladen);
  if (!koppen.some((kop) => kop !== undefined)) return;
  for (const { bladnaam, eerste } of bladen.filter((_, index) => koppen[index] === undefined)) {
    const naar = bladMetNaam(indeling, bladnaam);
    const gevonden =
      zoekKoppen([hoofdblad], eerste) ??
      (naar === hoofdblad ? zoekKoppen([hoofdblad], eerste, true) : undefined);
    if (gevonden === undefined) continue;
    const naam = toonbareBladnaam(bladnaam);
    const metId = [...gevonden.kolommen.values()].some(({ rol }) => rol === 'id');
    throw new OnleesbaarBestand(
      'bestand-kolommen',
      metId
        ? `Het blad “${naam}” lijkt het eerste blad van het sjabloon te zijn, maar UM herkent het niet. Geef het de naam “${hoofdblad.naam}”, zet de twee rijen met kolomnamen uit het sjabloon bovenaan, en lever het bestand opnieuw aan.`
        : `Op blad “${naam}” van dit sjabloon ontbreekt de kolom “${hoofdblad.kolommen[0]?.titel ?? 'ID'}”. ${remedie(soort, gevonden)} en lever het bestand opnieuw aan.`,
      { blad: bladnaam, ...(!metId && { cel: celVan(gevonden) }) },
    );
  }
}

/** The first heading that is nobody's was typed over; else the id has no column any more. */
function celVan({ rij, kolommen }: Gelijkenis): string {
  const plaatsen = Array.from({ length: rij.cellen.length + 1 }, (_, kolom) => kolom);
  return celAdres(rij.rij, plaatsen.find((kolom) => !kolommen.has(kolom)) ?? 0);
}

function remedie(soort: Soort, gevonden: Gelijkenis): string {
  const titel = indelingVan(soort).hoofdblad.kolommen[0]?.titel ?? 'ID';
  const verborgen = gevonden.sleutels ? ', in de rij die het sjabloon verbergt,' : '';
  return `Zet boven de ID's, in cel ${celVan(gevonden)}${verborgen} de naam “${gevonden.sleutels ? soort.idVeld : titel}”`;
}
