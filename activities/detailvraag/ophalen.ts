import { Context } from '@temporalio/activity';
import type { Knex } from 'knex';
import { leverDetail } from '../../db/detail-quotum.ts';
import type { Clock } from '../../domain/clock.ts';
import { DetailNietOpgehaald } from '../../domain/zoekvragen/fouten.ts';
import { soorten } from '../../domain/soorten/soorten.ts';
import type { SoortNaam } from '../../domain/soorten/soort-naam.ts';
import type { Logger } from '../../ops/logger.ts';
import { withFailures } from '../failures.ts';
import type { DetailAntwoord } from '../vum/valideer-antwoord.ts';
import type { VumClient } from '../vum/vum-client.ts';
import type { Wachtkamer } from './wachtkamer.ts';

export interface OphaalDeps {
  readonly db: Knex;
  readonly clock: Clock;
  readonly vum: Pick<VumClient, 'detail'>;
  readonly wachtkamer: Wachtkamer;
  readonly logger: Logger;
}

export interface OphaalInput {
  readonly zoekvraagId: string;
  readonly requestId: string;
  readonly oin: string;
  readonly soort: SoortNaam;
}

/** The place of a request in the waiting room. */
export const plaatsId = (zoekvraagId: string, requestId: string): string => `${zoekvraagId}/${requestId}`;

/** The one activity of the API process, on its own queue: the detail must land where its asker waits. */
export function createDetailOphalen({ db, clock, vum, wachtkamer, logger }: OphaalDeps) {
  /** VUM's answer, if somebody is still there to read it. */
  async function vraagVoor(id: string, { oin, soort }: OphaalInput): Promise<DetailAntwoord> {
    const wachtende = wachtkamer.wachtende(id);
    if (!wachtende) throw new DetailNietOpgehaald();
    const { vumID, correlatieId, signal: vertrek } = wachtende;
    const signal = AbortSignal.any([vertrek, Context.current().cancellationSignal]);
    try {
      const detail = await vum.detail(soorten[soort], { oin, correlatieId, vumID }, signal);
      signal.throwIfAborted();
      return detail;
    } catch (fout) {
      throw signal.aborted ? new DetailNietOpgehaald() : fout;
    }
  }

  return withFailures(
    {
      /**
       * Fetches the detail, records its delivery and hands it to the asker, in that order: what is handed out
       * has been counted, and an asker need not wait for the rest of the process. Returns nothing: Temporal
       * learns only that it went well.
       */
      async haalDetailOp(input: OphaalInput): Promise<void> {
        const { zoekvraagId, requestId, oin } = input;
        const id = plaatsId(zoekvraagId, requestId);
        const detail = await vraagVoor(id, input);
        // False when the retention sweep gave the reservation back meanwhile: nobody may see the detail then.
        const wachtNog = () => wachtkamer.wachtende(id) !== undefined;
        const nu = clock().toISOString();
        const geteld = await leverDetail(db, { zoekvraagId, requestId, oin }, nu, wachtNog);
        if (!geteld) throw new DetailNietOpgehaald();
        wachtkamer.geef(id, detail);
      },
    },
    logger,
  );
}
