import type { Client } from '@temporalio/client';
import type { Knex } from 'knex';
import type { VumClient } from '../activities/vum/vum-client.ts';
import type { Bron } from './bron/bron.ts';
import type { Check } from '../ops/health.ts';

/** How long VUM and Temporal may take to answer at all, in milliseconds. */
const hoogstensMs = 2_000;

export interface Parts {
  readonly db: Knex;
  readonly temporal: Client;
  readonly vum: Pick<VumClient, 'bereik'>;
  readonly bron: Pick<Bron, 'stand'>;
}

/** What the API process asks of its parts for `GET /health/ready`. */
export function createChecks({ db, temporal, vum, bron }: Parts): Readonly<Record<string, Check>> {
  return {
    database: { needed: true, ask: () => db.raw('SELECT 1').then(() => 'bereikbaar') },
    // Without it nothing new begins; reading and the bron go on.
    temporal: {
      needed: false,
      // The client would go on trying long after nobody waits for it.
      ask: () =>
        temporal
          .withDeadline(Date.now() + hoogstensMs, () => temporal.workflowService.getSystemInfo({}))
          .then(() => 'bereikbaar'),
    },
    vum: { needed: false, ask: () => vum.bereik(hoogstensMs).then(() => 'bereikbaar') },
    bron: { needed: true, ask: () => describeBron(bron) },
    postcodes: { needed: false, ask: () => describePostcodes(bron) },
  };
}

function describeBron(bron: Parts['bron']): Promise<string> {
  const { gereed, geladen, actief, mislukt, records } = bron.stand();
  const faults = mislukt === 0 ? '' : `; ${mislukt} niet te laden, zie het log`;
  const text = `${geladen} van ${actief} publicaties geladen, ${records} records vindbaar${faults}`;
  return gereed ? Promise.resolve(text) : Promise.reject(new Error(text));
}

function describePostcodes(bron: Parts['bron']): Promise<string> {
  return Promise.resolve(
    bron.stand().nauwkeurigheid === 'pc4'
      ? 'afstanden per viercijferig postcodegebied'
      : 'afstanden bij benadering, per tweecijferige regio: stel POSTCODE_FILE in',
  );
}
