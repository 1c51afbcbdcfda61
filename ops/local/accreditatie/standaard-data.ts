import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SoortNaam } from '../../../domain/soorten/soort-naam.ts';
import { Uitleg } from '../uitleg.ts';

type Json = Readonly<Record<string, unknown>>;

/** One official Postman collection with what it runs over. */
export interface Collectie {
  readonly naam: string;
  readonly collectie: Json;
  /** Path of the file with one object for each iteration. */
  readonly dataFile: string;
}

/** What the standard gives to be tested with. */
export interface StandaardData {
  readonly records: Readonly<Record<SoortNaam, readonly Json[]>>;
  readonly collecties: readonly Collectie[];
  readonly omgeving: Json;
}

/** Reads the official data from `map` (`samples/`, `accreditatie/`). Throws `Uitleg` where it is not there. */
export function leesStandaardData(map: string): StandaardData {
  try {
    const accreditatie = join(map, 'accreditatie');
    return {
      records: { werkzoekende: leesRecords(map, 'werkzoekenden'), vacature: leesVacatures(map) },
      collecties: readdirSync(accreditatie)
        .filter((bestand) => bestand.endsWith('_coll.json'))
        .map((bestand) => ({
          naam: bestand.replace('_coll.json', ''),
          collectie: leesJson(join(accreditatie, bestand)) as Json,
          dataFile: join(accreditatie, bestand.replace('_coll.json', '_data.json')),
        })),
      omgeving: leesJson(join(accreditatie, 'Accreditatie_environment.json')) as Json,
    };
  } catch (cause) {
    throw new Uitleg(
      `In ${map} staat de officiële testdata van VUM niet volledig (samples/ en accreditatie/): geef met --data de juiste map.`,
      { cause },
    );
  }
}

/** The details, and of vacancies without one their match, which is a valid vacancy too. */
function leesVacatures(map: string): Json[] {
  const details = leesRecords(map, 'vacatures');
  const metDetail = new Set(details.map((vacature) => vacature['idVacature']));
  const zonder = leesRecords(map, 'vacature-matches').filter((match) => !metDetail.has(match['idVacature']));
  return [...details, ...zonder];
}

const leesRecords = (map: string, naam: string): Json[] =>
  leesJson(join(map, 'samples', `${naam}.json`)) as Json[];

const leesJson = (bestand: string): unknown => JSON.parse(readFileSync(bestand, 'utf8'));
