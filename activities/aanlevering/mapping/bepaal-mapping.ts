import { type Bladbegin } from '../../../domain/mapping/herken-koprij.ts';
import {
  gebruik,
  type GekozenMapping,
  ontbrekendeKolommen,
  vergetenToestemming,
} from '../../../domain/mapping/gebruik-mapping.ts';
import { ingebouwd, kiesMapping, type MappingNodig } from '../../../domain/mapping/kies-mapping.ts';
import { SONAR } from '../../../domain/mapping/sonar.ts';
import { veiligeKop } from '../../../domain/mapping/veilige-kop.ts';
import type { Soort } from '../../../domain/soorten/soort.ts';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import type { MappingHulp } from './mapping-hulp.ts';

/** With what this file is read: as before, as was asked, or as UM chooses. */
export function bepaalMapping(
  soort: Soort,
  bladen: readonly Bladbegin[],
  { eerder, gevraagd, opgeslagen }: MappingHulp,
): GekozenMapping | MappingNodig {
  if (eerder?.gebruikt && eerder.mapping.id !== undefined) {
    const { id } = eerder.mapping;
    const { herkomst, naam } = eerder;
    const zoEerder = gebruik(soort, bladen, { ...eerder.mapping, id }, { herkomst, ...(naam && { naam }) });
    if (zoEerder !== undefined) return zoEerder;
  }
  if (gevraagd === null) return kiesMapping(soort, bladen, opgeslagen);
  const eigen = opgeslagen.find(({ naam }) => naam === gevraagd);
  if (eigen === undefined && gevraagd !== SONAR) throw onbekend(gevraagd);
  const gekozen = eigen
    ? gebruik(soort, bladen, eigen.mapping, { herkomst: 'opgeslagen', naam: gevraagd })
    : ingebouwd(soort, bladen);
  if (gekozen === undefined) throw past(gevraagd, eigen ? ontbrekendeKolommen(bladen, eigen.mapping) : []);
  const vergeten = vergetenToestemming(gekozen);
  if (vergeten !== undefined) throw zonderToestemming(gevraagd, vergeten);
  return gekozen;
}

const zonderToestemming = (naam: string, kop: string): OnleesbaarBestand =>
  new OnleesbaarBestand(
    'mapping-nodig',
    `In dit bestand staat de kolom “${veiligeKop(kop) ?? 'toestemming'}”, en de mapping “${naam}” zegt er niets over. Noem haar in de mapping: bij toestemming, of bij kolommen zonder veld als zij niet over het delen van gegevens gaat.`,
  );

const onbekend = (naam: string): OnleesbaarBestand =>
  new OnleesbaarBestand(
    'mapping-nodig',
    `De mapping “${naam}” bestaat niet (meer). Maak haar opnieuw (PUT /v1/mappingen/…), of lever het bestand aan zonder mapping.`,
  );

const past = (naam: string, ontbrekend: readonly string[]): OnleesbaarBestand =>
  new OnleesbaarBestand(
    'bestand-kolommen',
    ontbrekend.length === 0
      ? `Dit bestand heeft niet de kolommen die de mapping “${naam}” nodig heeft, waaronder een id en toestemming. Kies een andere mapping, of laat haar weg.`
      : `De mapping “${naam}” leest ook ${kolommen(ontbrekend)}, en die ${ontbrekend.length === 1 ? 'kolom staat' : 'kolommen staan'} niet in dit bestand. Vul het bestand aan, of pas de mapping aan.`,
  );

const MEEST = 5;
const kolommen = (namen: readonly string[]): string => {
  const getoond = namen.slice(0, MEEST).map((naam) => `“${naam}”`);
  return getoond.join(', ') + (namen.length > MEEST ? ` en nog ${namen.length - MEEST}` : '');
};
