import type { Workbook } from 'exceljs';
import type { Indeling } from '../../domain/werkblad/blad.ts';
import { LEGE_GROEP, LEGE_LIJST, LEGE_TEKST } from '../../domain/werkblad/markering.ts';
import { VOORBEELD } from '../../domain/werkblad/rij.ts';

/** In characters. */
const BREEDTE = 95;
/** In points. */
const REGELHOOGTE = 15;

/** The first sheet: how the template is filled in, in plain Dutch. */
export function schrijfUitleg(werkmap: Workbook, indeling: Indeling): void {
  const blad = werkmap.addWorksheet('Uitleg', {
    views: [{ showGridLines: false }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  blad.getColumn(1).width = 32;
  blad.getColumn(2).width = BREEDTE;
  const { soort, hoofdblad, deelbladen } = indeling;
  const titel = blad.addRow([`Sjabloon voor ${soort.meervoud}`]);
  titel.font = { bold: true, size: 16 };
  blad.addRow([]);
  for (const [kop, tekst] of stappen(indeling)) kopEnTekst(kop, tekst);
  blad.addRow([]);
  blad.addRow(['De bladen']).font = { bold: true, size: 13 };
  kopEnTekst(hoofdblad.naam, `Eén rij voor elke ${soort.enkelvoud}.`);
  for (const { naam, ouder, titel: wat } of deelbladen) {
    const bij =
      ouder === hoofdblad ? `bij elke ${soort.enkelvoud}` : `bij elke rij van “${ouder?.naam ?? ''}”`;
    kopEnTekst(naam, `${wat}: nul, één of meer rijen ${bij}.`);
  }

  function kopEnTekst(kop: string, tekst: string): void {
    const rij = blad.addRow([kop, tekst]);
    // Not every program makes a row as high as its text.
    rij.height = REGELHOOGTE * Math.ceil(tekst.length / (BREEDTE * 0.9));
    rij.alignment = { wrapText: true, vertical: 'top' };
    rij.getCell(1).font = { bold: true };
  }
}

function stappen({ soort, hoofdblad }: Indeling): [string, string][] {
  const id = hoofdblad.kolommen[0]?.titel ?? '';
  return [
    [
      '1. Vul het eerste blad',
      `Begin op het blad “${hoofdblad.naam}”: één rij voor elke ${soort.enkelvoud}. In de kolom “${id}” staat een eigen nummer, dat maar één keer voorkomt. Gebruik nooit een burgerservicenummer.`,
    ],
    [
      '2. Vul de andere bladen',
      `Wat vaker kan voorkomen, zoals talen of opleidingen, heeft een eigen blad. Zet op elke rij hetzelfde “${id}” als op het eerste blad. Een blad dat u niet nodig heeft, laat u leeg.`,
    ],
    [
      '3. Lever het bestand aan',
      'Sla het op als Excel-bestand (.xlsx) en lever het aan. U ziet daarna per cel wat er eventueel niet klopt.',
    ],
    [
      'Blauwe en grijze kolommen',
      'Een blauwe kolom is verplicht, een grijze niet. Beweeg over de kop van een kolom voor uitleg. Laat leeg wat u niet weet.',
    ],
    [
      'Keuzelijsten',
      'In veel kolommen kiest u uit een lijst, zoals “1 - Ja”. De code alleen (1) of de omschrijving alleen (Ja) is ook goed.',
    ],
    ['Datums', 'Schrijf een datum als dag-maand-jaar, zoals 31-01-2026, of als 2026-01-31.'],
    [
      'De voorbeeldrij',
      `Een rij met ${VOORBEELD} in de kolom “${id}” is een voorbeeld en wordt niet ingelezen. U mag die rij laten staan.`,
    ],
    [
      'Kolommen en bladen',
      'Kolommen mogen in een andere volgorde staan. Verander de koppen niet, ook niet de verborgen rij eronder: daaraan wordt een kolom herkend.',
    ],
    [
      'Een record verwijderen',
      `Levert u de volledige lijst aan (modus=volledig), laat dan de rij weg: wat niet in het bestand staat, is daarna niet meer te vinden. Levert u alleen wijzigingen aan (modus=mutaties), zet dan op het blad “${hoofdblad.naam}” achter de laatste kolom een kolom met de kop Mutatie, en daarin “verwijderen” op een rij met het “${id}” dat weg moet; meer hoeft u op die rij niet in te vullen.`,
    ],
    [
      'Leeg of afwezig',
      `Een lege cel betekent: niet bekend. Alleen voor uitwisseling tussen systemen: ${LEGE_TEKST}, ${LEGE_GROEP} en ${LEGE_LIJST} zeggen dat een gegeven er is, maar zonder inhoud.`,
    ],
  ];
}
