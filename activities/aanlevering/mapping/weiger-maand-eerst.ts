import type { GekozenMapping } from '../../../domain/mapping/gebruik-mapping.ts';
import type { Bladbegin } from '../../../domain/mapping/herken-koprij.ts';
import { Kolomplaatsen } from '../../../domain/mapping/kolommen.ts';
import { zoekMaandEerst } from '../../../domain/mapping/maand-eerst.ts';
import { ontleedVeld } from '../../../domain/mapping/velden.ts';
import type { Soort } from '../../../domain/soorten/soort.ts';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import { celAdres } from '../../../domain/werkblad/cel-adres.ts';
import { herkenKop } from '../../../domain/werkblad/herken-kop.ts';
import { indelingVan } from '../../../domain/werkblad/indeling.ts';
import type { Rij } from '../../../domain/werkblad/rij.ts';
import { toonbareBladnaam } from '../../../domain/werkblad/toonbare-bladnaam.ts';

/**
 * Refuses a file whose first rows show that dates are written with the month first: half of them would be read as
 * another day. A mapping that says of a column how its dates are written is believed.
 */
export function weigerMaandEerst(soort: Soort, { mapping, koprijen }: GekozenMapping): void {
  for (const { bladnaam, koppen, steekproef } of koprijen) {
    const plaatsen = new Kolomplaatsen(koppen);
    for (const { kolom, veld = '', datumvolgorde } of mapping.kolommen) {
      if (datumvolgorde !== undefined || ontleedVeld(soort, veld)?.veld.schema.format !== 'date') continue;
      keur(bladnaam, steekproef, plaatsen.van(kolom) ?? -1, inMapping);
    }
  }
}

/** The same of a template that was filled in. */
export function weigerSjabloonMaandEerst(soort: Soort, bladen: readonly Bladbegin[]): void {
  for (const { bladnaam, eerste } of bladen) {
    const kop = herkenKop(indelingVan(soort), bladnaam, eerste);
    for (const [index, { schema }] of kop?.blad.kolommen.entries() ?? [])
      if (schema.format === 'date') keur(bladnaam, eerste, kop?.plaatsen[index] ?? -1, '');
  }
}

const inMapping =
  ', of zet in een mapping bij deze kolom "datumvolgorde": "maand-dag-jaar" als alle datums zo geschreven zijn';

function keur(bladnaam: string, rijen: readonly Rij[], kolom: number, anders: string): void {
  const rij = zoekMaandEerst(rijen, kolom);
  if (rij === undefined) return;
  const cel = celAdres(rij.rij, kolom);
  const blad = bladnaam === '' ? '' : ` van blad “${toonbareBladnaam(bladnaam)}”`;
  throw new OnleesbaarBestand(
    'bestand-kolommen',
    `In cel ${cel}${blad} staat de maand vóór de dag; UM leest dag-maand-jaar en zou andere datums in die kolom verkeerd begrijpen. Sla het bestand op met Nederlandse datums, of schrijf ze als jaar-maand-dag (2026-01-31)${anders}.`,
    { cel, ...(bladnaam !== '' && { blad: bladnaam }) },
  );
}
