import type { Knex } from 'knex';
import { findMapping } from '../../db/mappingen.ts';
import { OngeldigVerzoek } from '../../domain/errors.ts';
import { SONAR } from '../../domain/mapping/sonar.ts';
import type { SoortNaam } from '../../domain/soorten/soort-naam.ts';

/** Refuses, before the file comes in, a mapping that this gemeente does not have for this soort. */
export async function eisMapping(db: Knex, oin: string, soort: SoortNaam, naam: string): Promise<void> {
  if (naam === SONAR || (await findMapping(db, { oin, soort, naam })) !== undefined) return;
  throw new OngeldigVerzoek('De gevraagde mapping is er niet.', [
    {
      in: 'query',
      pad: 'mapping',
      melding: `bestaat niet voor soort=${soort}; GET /v1/mappingen toont welke er zijn`,
    },
  ]);
}
