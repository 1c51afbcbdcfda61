import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { plaatsId } from '../../activities/detailvraag/ophalen.ts';
import type { DetailAntwoord } from '../../activities/vum/valideer-antwoord.ts';
import { isBezig, isMatch, neemVraagTerug, vraagDetail } from '../../db/detailvragen.ts';
import type { ZoekvraagRow } from '../../db/tables.ts';
import type { DomainError } from '../../domain/errors.ts';
import { soorten } from '../../domain/soorten/soorten.ts';
import {
  DetailNietOpgehaald,
  DetailvraagLoopt,
  foutBijCode,
  MatchOnbekend,
  SleutelHergebruikt,
  TeDruk,
  VerwerkingNietBeschikbaar,
  ZoekvraagNietBeantwoord,
  ZoekvraagVerlopen,
} from '../../domain/zoekvragen/fouten.ts';
import {
  detailvraag,
  taskQueue,
  zoekvelden,
  type DetailvraagAnswer,
  type DetailvraagInput,
} from '../../workflows/contract.ts';
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
/** A process closes within milliseconds of its outcome; under load it may take a second. */
const sluitMs = 50;
const sluitPogingen = 40;

/**
 * The id of a request, the same for the same `Idempotency-Key` of the same asker: what a colleague asks is the
 * colleague's question. A key is whatever a client makes of it, so only its hash goes on to the database and
 * Temporal.
 */
export function requestIdVan(zoekvraagId: string, door: string, idempotencyKey: string | undefined): string {
  if (idempotencyKey === undefined) return randomUUID();
  return createHash('sha256').update(`${zoekvraagId}\n${door}\n${idempotencyKey}`).digest('hex').slice(0, 32);
}

/** Asks one detail and waits for it. Throws why there is none; then it does not count. */
export async function vraagEnWacht(deps: VraagDeps, vraag: TeVragen): Promise<DetailAntwoord> {
  const { zoekvraag, requestId, vumID, correlatieId, vertrek } = vraag;
  await noteer(deps, vraag);
  const id = plaatsId(zoekvraag.id, requestId);
  const wachtende = { vumID, correlatieId, signal: vertrek };
  try {
    return await deps.detailPost.wachtkamer.wacht(id, wachtende, (detail) =>
      Promise.race([detail, uitblijven(deps, vraag)]),
    );
  } catch (fout) {
    // Nothing was started, or it will find nobody who waits.
    if (fout instanceof TeDruk || fout instanceof VerwerkingNietBeschikbaar)
      await neemTerug(deps, vraag, fout);
    throw fout;
  }
}

async function neemTerug({ db, clock }: VraagDeps, vraag: TeVragen, { code }: DomainError): Promise<void> {
  const { id: zoekvraagId, oin } = vraag.zoekvraag;
  await neemVraagTerug(db, { oin, zoekvraagId, requestId: vraag.requestId }, code, clock().toISOString());
}

/** Runs the process beside the wait for the detail; throws why there is none. */
async function uitblijven(deps: VraagDeps, vraag: TeVragen): Promise<never> {
  const antwoord = await voerUit(deps, vraag);
  if (antwoord?.foutCode !== undefined) throw foutBijCode(antwoord.foutCode, 'detail');
  throw new DetailNietOpgehaald();
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
  // Another reason is another question: the trail would account for it with the reason of the first.
  if (eerdere && (eerdere.vum_id !== vumID || eerdere.reden !== vraag.reden)) throw new SleutelHergebruikt();
}

function waaromGeenMatch({ status, verloopt_op: verlooptOp }: ZoekvraagRow, nu: string): Error {
  if (status === 'loopt' || status === 'mislukt') return new ZoekvraagNietBeantwoord(status === 'loopt');
  if (status !== 'beantwoord' || verlooptOp <= nu) return new ZoekvraagVerlopen();
  return new MatchOnbekend();
}

/** One process for a request; a second one waits until the first, which has its outcome, is closed. */
async function voerUit(deps: VraagDeps, vraag: TeVragen, poging = 1): Promise<DetailvraagAnswer | undefined> {
  const { id: zoekvraagId, oin } = vraag.zoekvraag;
  try {
    return await startProces(deps, vraag);
  } catch (fout) {
    if (!(fout instanceof WorkflowExecutionAlreadyStartedError)) throw fout;
    const bezig = await isBezig(deps.db, { oin, zoekvraagId, requestId: vraag.requestId });
    if (bezig || poging === sluitPogingen) throw new DetailvraagLoopt();
  }
  await sleep(sluitMs);
  return voerUit(deps, vraag, poging + 1);
}

function startProces({ temporal, detailPost }: VraagDeps, { zoekvraag, requestId }: TeVragen) {
  const { id: zoekvraagId, oin, soort } = zoekvraag;
  const input: DetailvraagInput = {
    zoekvraagId,
    requestId,
    oin,
    soort,
    apiTaskQueue: detailPost.taskQueue,
  };
  return startEnWacht(temporal, {
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
}
