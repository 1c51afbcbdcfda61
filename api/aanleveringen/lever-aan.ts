import type { Context } from 'koa';
import {
  deleteAanlevering,
  findAanlevering,
  findByIdempotentieSleutel,
  type NieuweAanlevering,
} from '../../db/aanleveringen.ts';
import { recordEvent } from '../../db/gebeurtenissen.ts';
import { neemOntvangstOver, neemOntvangstTerug, vergeetStilgevallen } from '../../db/ontvangst.ts';
import type { AanleveringRow, Instant } from '../../db/tables.ts';
import { isDubbel, transactie } from '../../db/transactie.ts';
import { AanleveringBestaatAl, SleutelVanAndereAanlevering } from '../../domain/aanleveringen/fouten.ts';
import { aanlevering } from '../../workflows/contract.ts';
import type { ApiDeps } from '../deps.ts';
import { leesUpload } from './lees-upload.ts';
import { ontvang } from './ontvang.ts';
import { startVerwerking } from './start-verwerking.ts';
import { vingerafdruk } from './vingerafdruk.ts';

type Deps = Pick<ApiDeps, 'db' | 'clock' | 'delen' | 'temporal' | 'config'>;

/** An upload of which nothing came in for so long has lost its sender or its process, and gives up its key. */
const stilMs = 60_000;

/** Receives a file and starts its workflow; the same file with the same Idempotency-Key again finds the first upload. */
export async function leverAan(deps: Deps, ctx: Context, upload: NieuweAanlevering): Promise<AanleveringRow> {
  const maxBytes = deps.config.AANLEVERING_MAX_BYTES;
  const eerdere = await vindEerdere(deps, upload);
  let sinds: Instant;
  try {
    const inhoud = leesUpload(ctx, maxBytes);
    if (eerdere) {
      if ((await vingerafdruk(inhoud, maxBytes)) !== eerdere.sha256) throw new SleutelVanAndereAanlevering();
      return eerdere;
    }
    sinds = await ontvang(deps, upload, inhoud, maxBytes);
  } catch (error) {
    laatLos(ctx);
    // Two requests with one key at the same moment: the other was first.
    if (isDubbel(error)) throw new AanleveringBestaatAl();
    throw error;
  }
  await startOfVergeet(deps, upload, sinds);
  const ontvangen = await findAanlevering(deps.db, upload.oin, upload.id);
  if (!ontvangen) throw new Error('The upload disappeared after it was accepted');
  return ontvangen;
}

/** What is still on its way after a refusal is read and dropped until the answer is out, and then no more. */
function laatLos(ctx: Context): void {
  if (ctx.req.complete) return;
  ctx.set('Connection', 'close');
  ctx.req.resume();
}

/** What a repeated request must wish the same. */
const wensen = ['soort', 'fouten_modus', 'modus', 'goedkeuring', 'mapping'] as const;

async function vindEerdere(deps: Deps, upload: NieuweAanlevering): Promise<AanleveringRow | undefined> {
  const { db, clock, temporal } = deps;
  const { oin, idempotentie_sleutel: sleutel } = upload;
  if (sleutel === null) return undefined;
  const eerdere = await findByIdempotentieSleutel(db, oin, sleutel);
  if (eerdere && wensen.some((wens) => eerdere[wens] !== upload[wens])) {
    throw new SleutelVanAndereAanlevering();
  }
  if (eerdere?.status === 'ontvangst') {
    const stilSinds = new Date(clock().getTime() - stilMs).toISOString();
    if (await vergeetStilgevallen(db, eerdere.id, stilSinds)) return undefined;
    throw new AanleveringBestaatAl();
  }
  if (eerdere?.status === 'wacht') {
    // The process that received it may have died before it could start the workflow. Should it live and not reach
    // Temporal, it must not forget what is promised here.
    if (!(await neemOntvangstOver(db, eerdere, clock().toISOString()))) return vindEerdere(deps, upload);
    await startVerwerking(temporal, aanlevering.input(eerdere));
  }
  return eerdere;
}

/**
 * Without its workflow an upload would wait forever; who delivered it is told to come back. One that is no longer
 * waiting was started after all: it was the answer of Temporal that got lost. One that a repeated request has taken
 * over stays.
 */
async function startOfVergeet(deps: Deps, upload: NieuweAanlevering, sinds: Instant): Promise<void> {
  const { id } = upload;
  try {
    await startVerwerking(deps.temporal, aanlevering.input(upload));
  } catch (error) {
    if (!(await laatVallen(deps, upload, sinds))) return;
    await deleteAanlevering(deps.db, id);
    throw error;
  }
}

/** Takes a waiting upload back, so that no workflow begins with it any more; false when one has begun, or will. */
async function laatVallen({ db, clock }: Deps, upload: NieuweAanlevering, sinds: Instant): Promise<boolean> {
  return transactie(db, async (trx) => {
    if (!(await neemOntvangstTerug(trx, upload.id, sinds))) return false;
    await recordEvent(trx, {
      tijdstip: clock().toISOString(),
      oin: upload.oin,
      actor: 'um',
      actie: 'aanlevering-vergeten',
      objectSoort: 'aanlevering',
      objectId: upload.id,
      uitkomst: 'verwerking-niet-beschikbaar',
      correlatieId: upload.correlatie_id,
    });
    return true;
  });
}
