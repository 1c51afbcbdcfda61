import { Context } from '@temporalio/activity';
import { DetailNietOpgehaald } from '../../domain/zoekvragen/fouten.ts';
import { soorten } from '../../domain/soorten/soorten.ts';
import type { SoortNaam } from '../../domain/soorten/soort-naam.ts';
import type { Logger } from '../../ops/logger.ts';
import { withFailures } from '../failures.ts';
import type { VumClient } from '../vum/vum-client.ts';
import type { Wachtkamer } from './wachtkamer.ts';

export interface OphaalDeps {
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
export function createDetailOphalen({ vum, wachtkamer, logger }: OphaalDeps) {
  return withFailures(
    {
      /** Fetches the detail into memory. Returns nothing: Temporal learns only that it went well. */
      async haalDetailOp({ zoekvraagId, requestId, oin, soort }: OphaalInput): Promise<void> {
        const id = plaatsId(zoekvraagId, requestId);
        const wachtende = wachtkamer.wachtende(id);
        if (!wachtende) throw new DetailNietOpgehaald();
        const { vumID, correlatieId, signal: vertrek } = wachtende;
        const signal = AbortSignal.any([vertrek, Context.current().cancellationSignal]);
        try {
          const detail = await vum.detail(soorten[soort], { oin, correlatieId, vumID }, signal);
          if (!wachtkamer.legKlaar(id, detail)) throw new DetailNietOpgehaald();
        } catch (fout) {
          throw signal.aborted ? new DetailNietOpgehaald() : fout;
        }
      },
    },
    logger,
  );
}
