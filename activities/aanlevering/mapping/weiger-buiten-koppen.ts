import { zoekBovenKop, zoekKoploosBlad } from '../../../domain/mapping/buiten-de-koppen.ts';
import type { GekozenMapping } from '../../../domain/mapping/gebruik-mapping.ts';
import type { Bladbegin } from '../../../domain/mapping/herken-koprij.ts';
import type { Soort } from '../../../domain/soorten/soort.ts';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import { celAdres } from '../../../domain/werkblad/cel-adres.ts';
import { HOOGSTE_KOPRIJ } from '../../../domain/werkblad/koprij.ts';
import { toonbareBladnaam } from '../../../domain/werkblad/toonbare-bladnaam.ts';

/** Refuses a file with records above a heading, which UM would silently leave out. */
export function weigerBovenKop(gekozen: GekozenMapping, bladen: readonly Bladbegin[]): void {
  const gemist = zoekBovenKop(bladen, gekozen);
  if (gemist === undefined) return;
  const { bladnaam, rij, koprij } = gemist;
  const blad = bladnaam === '' ? '' : ` van blad “${toonbareBladnaam(bladnaam)}”`;
  throw new OnleesbaarBestand(
    'bestand-kolommen',
    `De kolomnamen staan in rij ${koprij.rij}${blad}, en rij ${rij} daarboven lijkt op een record; dat zou niet worden gelezen. Zet de rij met kolomnamen boven alle records (misschien is zij mee gesorteerd), of haal weg wat geen record is, en lever het bestand opnieuw aan.`,
    { cel: celAdres(rij, 0), ...(bladnaam !== '' && { blad: bladnaam }) },
  );
}

/** Refuses a file of which another sheet has records and no heading that UM finds. */
export function weigerKoploosBlad(soort: Soort, gekozen: GekozenMapping, bladen: readonly Bladbegin[]): void {
  const gemist = zoekKoploosBlad(soort, bladen, gekozen);
  if (gemist === undefined) return;
  const { bladnaam, rij, koprij } = gemist;
  const blad = `blad “${toonbareBladnaam(bladnaam)}”`;
  const diep = koprij.bladnaam === bladnaam;
  throw new OnleesbaarBestand(
    'mapping-nodig',
    diep
      ? `Op ${blad} staan de kolomnamen in rij ${koprij.rij}, en UM zoekt ze in de eerste ${HOOGSTE_KOPRIJ} rijen; de records op dat blad zouden niet worden gelezen. Haal de rijen erboven weg en lever het bestand opnieuw aan.`
      : `Op ${blad} lijkt rij ${rij} op een record, en er staan niet dezelfde kolomnamen boven als op blad “${toonbareBladnaam(koprij.bladnaam)}”; de records op dat blad zouden niet worden gelezen. Zet die kolomnamen boven de kolommen, of haal het blad uit het bestand als het geen records heeft, en lever het bestand opnieuw aan.`,
    { cel: celAdres(rij, 0), blad: bladnaam },
  );
}
