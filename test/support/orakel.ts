import { Query } from 'mingo';
import type { SoortNaam } from '../../domain/soorten/soort-naam.ts';
import { officieleData } from './officiele-data.ts';

type Json = Record<string, unknown>;
interface Gebied {
  readonly postcode: string;
  readonly afstand: number;
}

/**
 * An independent evaluator: MongoDB's own semantics by mingo, and a haversine of its own over the table of
 * four-digit areas. It shares no line with the code under test. Takes questions without anything to ignore. Nearest first, equal distances by id.
 */
export function orakel(soort: SoortNaam, vraag: Json, records: readonly Json[]): string[] {
  const { selectiegebied, ...rest } = vraag;
  const query = new Query(JSON.parse(hernoemd(soort, JSON.stringify(rest))) as Json);
  const { postcode, afstand } = selectiegebied as Gebied;
  return records
    .filter((record) => query.test(record))
    .map((record) => ({
      id: String(record[soort === 'werkzoekende' ? 'idWerkzoekende' : 'idVacature']),
      km: kilometers(postcode, postcodeVan(soort, record)),
    }))
    .filter(({ km }) => km <= afstand)
    .sort((a, b) => a.km - b.km || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** The names that the contract asks but the data holds elsewhere. */
function hernoemd(soort: SoortNaam, vraag: string): string {
  return soort === 'werkzoekende'
    ? vraag
        .replaceAll('"beroep.codeBeroepsnaam"', '"codeBeroepsnaam"')
        .replaceAll('"datumAanvangBeschikbaarVoorWerk"', '"flexibiliteit.datumAanvangBeschikbaarVoorWerk"')
    : vraag.replaceAll('"datumAanvangWerkzaamheden"', '"arbeidsVoorwaarden.datumAanvangWerkzaamheden"');
}

function postcodeVan(soort: SoortNaam, record: Json): string {
  const deel = (soort === 'werkzoekende' ? record['mobiliteit'] : record['adres']) as Json | undefined;
  return String(soort === 'werkzoekende' ? deel?.['bemiddelingspostcode'] : deel?.['postcode']);
}

function kilometers(van: string, naar: string): number {
  const [a, b] = [van, naar].map((postcode) => officieleData()?.coordinaten.get(postcode.slice(0, 4)));
  if (!a || !b) return Infinity;
  const [lat1, lon1, lat2, lon2] = [...a, ...b].map((graden) => (graden / 180) * Math.PI) as [
    number,
    number,
    number,
    number,
  ];
  const x =
    Math.sin((lat2 - lat1) / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin((lon2 - lon1) / 2) ** 2;
  return 6371 * 2 * Math.atan2(Math.sqrt(x), Math.sqrt(1 - x));
}
