import { createHash, randomUUID } from 'node:crypto';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { plaatsId } from '../../activities/detailvraag/ophalen.ts';
import type { DetailAntwoord } from '../../activities/vum/valideer-antwoord.ts';
import { isMatch, vraagDetail } from '../../db/detailvragen.ts';
import type { ZoekvraagRow } from '../../db/tables.ts';
import { soorten } from '../../domain/soorten/soorten.ts';
import {
  DetailNietOpgehaald,
  DetailvraagLoopt,
  foutBijCode,
  MatchOnbekend,
  SleutelHergebruikt,
  ZoekvraagNietBeantwoord,
  ZoekvraagVerlopen,
} from '../../domain/zoekvragen/fouten.ts';
import { detailvraag, taskQueue, zoekvelden, type DetailvraagInput } from '../../workflows/contract.ts';
import type { ApiDeps } from '../deps.ts';
import { startEnWacht } from '../verwerking/start-en-wacht.ts';

export type VraagDeps = Pick<ApiDeps, 'db' | 'temporal' | 'clock' | 'detailPost'>;

export interface TeVragen {
  readonly zoekvraag: ZoekvraagRow;
  readonly vumID: string;
  readonly reden: string;
  readonly requestId: string;
  readonly door: string;
  readonly correlatieId: string;
  /** Fires when the asker has gone. */
  readonly vertrek: AbortSignal;
}

/** Longer than the process needs when everything is slow: 4 s to start, 12 s to fetch, and the bookkeeping. */
const wachtMs = 25_000;

/**
 * The id of a request, the same for the same `Idempotency-Key`. A key is whatever a client makes of it, so
 * only its hash goes on to the database and Temporal.
 */
export function requestIdVan(zoekvraagId: string, idempotencyKey: string | undefined): string {
  if (idempotencyKey === undefined) return randomUUID();
  return createHash('sha256').update(`${zoekvraagId}\n${idempotencyKey}`).digest('hex').slice(0, 32);
}

/** Asks one detail and waits for it. Throws why there is none; then it does not count. */
export async function vraagEnWacht(deps: VraagDeps, vraag: TeVragen): Promise<DetailAntwoord> {
  const { zoekvraag, requestId, vumID, correlatieId, vertrek } = vraag;
  await noteer(deps, vraag);
  const id = plaatsId(zoekvraag.id, requestId);
  const wachtende = { vumID, correlatieId, signal: vertrek };
  return deps.detailPost.wachtkamer.wacht(id, wachtende, async (neemDetail) => {
    const antwoord = await voerUit(deps, vraag);
    if (antwoord?.foutCode !== undefined) throw foutBijCode(antwoord.foutCode, 'detail');
    const detail = antwoord?.status === 'geleverd' ? neemDetail() : undefined;
    if (!detail) throw new DetailNietOpgehaald();
    return detail;
  });
}

/** Writes down who asks what and why, before anything is asked of anybody. */
async function noteer({ db, clock }: VraagDeps, vraag: TeVragen): Promise<void> {
  const { zoekvraag, vumID, requestId } = vraag;
  const { id: zoekvraagId, oin } = zoekvraag;
  const nu = clock().toISOString();
  if (!(await isMatch(db, { oin, zoekvraagId, vumID, nu }))) throw waaromGeenMatch(zoekvraag, nu);
  const eerdere = await vraagDetail(db, {
    zoekvraag_id: zoekvraagId,
    request_id: requestId,
    oin,
    vum_id: vumID,
    reden: vraag.reden,
    gevraagd_door: vraag.door,
    gevraagd_op: nu,
    correlatie_id: vraag.correlatieId,
  });
  if (eerdere && eerdere.vum_id !== vumID) throw new SleutelHergebruikt();
}

function waaromGeenMatch({ status, verloopt_op: verlooptOp }: ZoekvraagRow, nu: string): Error {
  if (status === 'loopt' || status === 'mislukt') return new ZoekvraagNietBeantwoord();
  if (status !== 'beantwoord' || verlooptOp <= nu) return new ZoekvraagVerlopen();
  return new MatchOnbekend();
}

async function voerUit({ temporal, detailPost }: VraagDeps, { zoekvraag, requestId }: TeVragen) {
  const { id: zoekvraagId, oin, soort } = zoekvraag;
  const input: DetailvraagInput = {
    zoekvraagId,
    requestId,
    oin,
    soort,
    apiTaskQueue: detailPost.taskQueue,
  };
  try {
    return await startEnWacht(temporal, {
      type: detailvraag.type,
      id: detailvraag.id(zoekvraagId, requestId),
      taskQueue,
      input,
      antwoord: detailvraag.antwoord,
      samenvatting: `Detail van een ${soorten[soort].enkelvoud}`,
      zoekvelden: [
        { key: zoekvelden.gemeente, value: oin },
        { key: zoekvelden.soort, value: soort },
        { key: zoekvelden.status, value: 'loopt' },
      ],
      alsHetLoopt: 'FAIL',
      wachtMs,
    });
  } catch (fout) {
    throw fout instanceof WorkflowExecutionAlreadyStartedError ? new DetailvraagLoopt() : fout;
  }
}
