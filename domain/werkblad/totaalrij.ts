import type { Soort } from '../soorten/soort.ts';
import type { GeenRecord } from './geen-record.ts';
import type { Rij } from './rij.ts';

const TOTAAL =
  /^((?:(?:sub|eind|algemeen )?totaal|(?:grand |sub)?total|aantal|som|sum|gemiddelde?|average|count)(?: (?:aantal|generaal|uren|records|rijen|regels|personen|klanten|cliënten|kandidaten|werkzoekenden|vacatures))?)\s*[:=]?\s*[0-9.,]*$/i;
/** A longer text is no total; the white space of a long one would be tried in every place. */
const LANGSTE_TOTAAL = 100;
const GETAL = /^-?[0-9][0-9.,]*(?: ?(?:uur|uren|%))?$/;

/** What a row looks like in which only words such as `Totaal` stand, and numbers: no person, but their sum. */
export function alsTotaalrij({ enkelvoud }: Soort, cellen: Rij['cellen']): GeenRecord | undefined {
  const woord = totaalwoord(cellen);
  return woord === undefined
    ? undefined
    : {
        code: 'totaalrij',
        melding: `Deze rij lijkt een totaal en geen ${enkelvoud}: er staat “${woord}”, en verder staan er alleen getallen. Verwijder de rij.`,
      };
}

/** Nearly every row has another text in one of its first cells, so that this costs little. */
function totaalwoord(cellen: Rij['cellen']): string | undefined {
  let gevonden: string | undefined;
  for (const cel of cellen) {
    if (cel === undefined || cel.soort === 'getal' || cel.soort === 'tijd' || cel.soort === 'fout') continue;
    const tekst = cel.tekst.trim();
    if (tekst === '' || GETAL.test(tekst)) continue;
    const woord = tekst.length > LANGSTE_TOTAAL ? undefined : TOTAAL.exec(tekst)?.[1];
    if (woord === undefined) return undefined;
    gevonden ??= woord;
  }
  return gevonden;
}
