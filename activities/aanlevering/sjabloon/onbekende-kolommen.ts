import { herkenKop as herkenKolom } from '../../../domain/mapping/herken-kolom.ts';
import type { Bladbegin } from '../../../domain/mapping/herken-koprij.ts';
import { plat } from '../../../domain/mapping/kop.ts';
import { veiligeKop } from '../../../domain/mapping/veilige-kop.ts';
import type { Soort } from '../../../domain/soorten/soort.ts';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import { isFoutenkop } from '../../../domain/werkblad/achter-de-koppen.ts';
import { celAdres } from '../../../domain/werkblad/cel-adres.ts';
import type { Kopcel } from '../../../domain/werkblad/extra-koppen.ts';
import { toonbareBladnaam } from '../../../domain/werkblad/toonbare-bladnaam.ts';
import { isSjabloon, koppenVan } from './koppen-van.ts';

/**
 * Refuses a template with a column of which UM does not know what it is. It may be a field, or say who must not be
 * published (`Toesteming`, `Opt-out`): left out without a word, everybody would be.
 */
export function weigerOnbekendeKolommen(soort: Soort, bladen: readonly Bladbegin[]): void {
  const koppen = koppenVan(soort, bladen);
  if (!isSjabloon(soort, koppen)) return;
  for (const { bladnaam, extra } of koppen.filter((kop) => kop !== undefined)) {
    const onbekend = eersteOnbekende(soort, extra);
    const [eerste] = onbekend;
    if (eerste !== undefined) throw onbekendeKolommen(bladnaam, eerste, onbekend);
  }
}

const MEEST = 5;

/** Some of them, because a sheet may be sixteen thousand columns wide. */
function eersteOnbekende(soort: Soort, extra: readonly Kopcel[]): Kopcel[] {
  const vanOns = new Set(extra.flatMap(({ kolom, tekst }) => (isFoutenkop(tekst) ? [kolom] : [])));
  const onbekend: Kopcel[] = [];
  for (const kop of extra) {
    if (vanOns.has(kop.kolom) || magErbij(soort, kop.tekst)) continue;
    if (onbekend.push(kop) > MEEST) break;
  }
  return onbekend;
}

/** A remark of which the heading says so, and nothing that decides whether somebody is published. */
const NOTITIE = /opmerking|notitie|bijzonderhe|aantekening|memo|commentaar|toelichting/;
/** What a row is called by its own people, and where it stands. */
const AANDUIDING = /^(?:naam|naamklant|klantnaam|nr|nummer|volgnummer|volgnr|rijnummer)$/;
const OVER_PUBLICEREN =
  /toestem|instem|akkoord|consent|bezwaar|optout|privacy|avg|vum|publi|(?<!dag)delen|gedeeld|verwijder|mutatie/;

/** What people keep beside the template for themselves, and what is never exchanged. */
function magErbij(soort: Soort, kop: string): boolean {
  if (AANDUIDING.test(plat(kop))) return true;
  const herkend = herkenKolom(soort, kop);
  // The id itself is there already; a number of the gemeente's own beside it loses nothing.
  if ('veld' in herkend) return herkend.veld.sleutel === soort.idVeld;
  if (herkend.hoe === 'bsn' || herkend.hoe === 'niet-uitgewisseld') return true;
  return herkend.hoe === 'onbekend' && NOTITIE.test(plat(kop)) && !OVER_PUBLICEREN.test(plat(kop));
}

function onbekendeKolommen(bladnaam: string, eerste: Kopcel, onbekend: readonly Kopcel[]): OnleesbaarBestand {
  const cellen = onbekend.slice(0, MEEST).map(({ rij, kolom, tekst }) => {
    const naam = veiligeKop(tekst);
    return naam === undefined ? celAdres(rij, kolom) : `${celAdres(rij, kolom)} “${naam}”`;
  });
  const meer = onbekend.length > MEEST ? ' en meer' : '';
  const waar =
    bladnaam === '' ? 'In dit sjabloon' : `Op blad “${toonbareBladnaam(bladnaam)}” van dit sjabloon`;
  return new OnleesbaarBestand(
    'bestand-kolommen',
    `${waar} staan kolomnamen die UM niet kent, zodat het die kolommen niet zou lezen: ${cellen.join(', ')}${meer}. Geef zo'n kolom de naam die het sjabloon ervoor heeft (ook “Toestemming” en “Mutatie” kent UM, op het eerste blad), zet “Opmerking” voor de naam van een kolom voor uzelf, of verwijder de kolom, en lever het bestand opnieuw aan.`,
    { cel: celAdres(eerste.rij, eerste.kolom), ...(bladnaam !== '' && { blad: bladnaam }) },
  );
}
