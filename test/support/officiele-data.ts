import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SoortNaam } from '../../domain/soorten/soort-naam.ts';

type Json = Record<string, unknown>;

/** The official test data of the standard, which is not part of the repository. */
export interface OfficieleData {
  readonly map: string;
  readonly postcodeCsv: string;
  readonly coordinaten: ReadonlyMap<string, readonly [number, number]>;
  readonly records: Readonly<Record<SoortNaam, readonly Json[]>>;
  readonly vragen: Readonly<Record<SoortNaam, readonly Json[]>>;
}

let gelezen: OfficieleData | undefined;

/** Reads it from where VUM_STANDARD_DIR and POSTCODE_FILE point; undefined where these are not set. */
export function officieleData(): OfficieleData | undefined {
  const map = process.env['VUM_STANDARD_DIR'];
  const postcodeFile = process.env['POSTCODE_FILE'];
  if (!map || !postcodeFile) return undefined;
  gelezen ??= lees(map, postcodeFile);
  return gelezen;
}

function lees(map: string, postcodeFile: string): OfficieleData {
  const json = (naam: string): Json[] =>
    JSON.parse(readFileSync(join(map, 'samples', `${naam}.json`), 'utf8')) as Json[];
  const postcodeCsv = readFileSync(postcodeFile, 'utf8');
  const vacatures = json('vacatures');
  const metDetail = new Set(vacatures.map((vacature) => vacature['idVacature']));
  return {
    map,
    postcodeCsv,
    coordinaten: new Map(
      postcodeCsv
        .trim()
        .split('\n')
        .slice(1)
        .map((regel) => regel.split(','))
        .map(([postcode, breedte, lengte]) => [String(postcode), [Number(breedte), Number(lengte)]]),
    ),
    records: {
      werkzoekende: json('werkzoekenden'),
      vacature: [
        ...vacatures,
        ...json('vacature-matches').filter((match) => !metDetail.has(match['idVacature'])),
      ],
    },
    vragen: {
      werkzoekende: json('selectievragen-werkzoekenden'),
      vacature: json('selectievragen-vacatures'),
    },
  };
}

/** Why a test did not run. */
export const overgeslagen =
  'VUM_STANDARD_DIR and POSTCODE_FILE are not set: the official data is needed here';
