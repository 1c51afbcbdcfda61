import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Knex } from 'knex';
import { deelGrootte, insertDeel } from '../../db/aanlevering-delen.ts';
import { deleteAanlevering, insertAanlevering } from '../../db/aanleveringen.ts';
import type { NieuweAanlevering } from '../../db/aanleveringen.ts';
import { recordEvent } from '../../db/gebeurtenissen.ts';
import { meldOntvangst, voltooiOntvangst } from '../../db/ontvangst.ts';
import type { Instant } from '../../db/tables.ts';
import { transactie } from '../../db/transactie.ts';
import { UploadAfgebroken, UploadTeGroot } from '../../domain/aanleveringen/fouten.ts';
import type { Clock } from '../../domain/clock.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Delenschrijver } from './delen/delenschrijver.ts';

/** How long an upload may take to come in. */
const langsteMs = 2 * 3_600_000;
/** How often it is noted that an upload goes on coming in. */
const tekenElkeMs = 10_000;

interface OntvangDeps {
  readonly db: Knex;
  readonly clock: Clock;
  readonly delen: Delenschrijver;
}

interface Ontvangst {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Streams a file into storage and accepts it: after this it is complete and waits for its workflow. Returns the instant of
 * that. When anything goes wrong, a lost connection included, nothing of it remains.
 */
export async function ontvang(
  deps: OntvangDeps,
  upload: NieuweAanlevering,
  inhoud: Readable,
  maxBytes: number,
): Promise<Instant> {
  const { db, clock } = deps;
  await insertAanlevering(db, upload);
  try {
    const ontvangst = await bewaar(deps, upload.id, inhoud, maxBytes);
    return await neemAan(db, clock, upload, ontvangst);
  } catch (error) {
    const was = await deleteAanlevering(db, upload.id);
    // Another request took its place, and its pieces found nothing to belong to.
    if (!was && !(error instanceof DomainError)) throw new UploadAfgebroken({ cause: error });
    throw error;
  }
}

async function bewaar(
  { db, clock, delen }: OntvangDeps,
  id: string,
  inhoud: Readable,
  maxBytes: number,
): Promise<Ontvangst> {
  const hash = createHash('sha256');
  const teLang = setTimeout(() => inhoud.destroy(new UploadAfgebroken()), langsteMs);
  let deel = delen.neemDeel();
  /** The piece before is being stored while this one is filled; its memory is for the next one. */
  let vorige: Promise<Buffer> | undefined;
  let bytes = 0;
  let volgnummer = 0;
  let teken = clock().getTime();
  try {
    // Who sends too much must get an answer: the connection stays when reading stops.
    const stukken = inhoud.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
    for await (const stuk of stukken) {
      const nu = clock();
      if (nu.getTime() - teken >= tekenElkeMs) {
        if (!(await meldOntvangst(db, id, nu.toISOString()))) throw new UploadAfgebroken();
        teken = nu.getTime();
      }
      hash.update(stuk);
      for (let van = 0; van < stuk.length;) {
        const plaats = bytes % deelGrootte;
        const gekopieerd = stuk.copy(deel, plaats, van);
        van += gekopieerd;
        bytes += gekopieerd;
        if (bytes > maxBytes) throw new UploadTeGroot(maxBytes);
        if (bytes % deelGrootte === 0) {
          const vol = deel;
          deel = (await vorige) ?? delen.neemDeel();
          vorige = delen.bewaar(id, volgnummer++, vol);
          // Whether it failed is asked with the next piece.
          vorige.catch(() => undefined);
        }
      }
      geefTerug(stuk);
    }
    await vorige;
  } catch (error) {
    if (error instanceof DomainError) throw error;
    if (inhoud.errored) throw new UploadAfgebroken({ cause: error });
    throw error;
  } finally {
    clearTimeout(teLang);
    // No piece comes after whatever is done with the upload now.
    await vorige?.catch(() => undefined);
  }
  const laatste = bytes % deelGrootte;
  if (laatste > 0) await insertDeel(db, id, volgnummer, deel.subarray(0, laatste));
  return { bytes, sha256: hash.digest('hex') };
}

/** The parser of multipart bodies hands out its own memory as well, of 256 bytes at the most; that must stay. */
const grootGenoeg = 16 * 1024;

/**
 * Its memory at once, where it has that to itself: what lies outside the heap until the next collection would have V8
 * collect all the time.
 */
function geefTerug({ buffer, length }: Buffer): void {
  if (length < grootGenoeg || buffer.byteLength !== length) return;
  if (buffer instanceof ArrayBuffer) buffer.transfer(0);
}

async function neemAan(
  db: Knex,
  clock: Clock,
  upload: NieuweAanlevering,
  ontvangst: Ontvangst,
): Promise<Instant> {
  return transactie(db, async (trx) => {
    const nu = clock().toISOString();
    if (!(await voltooiOntvangst(trx, upload.id, ontvangst, nu))) throw new UploadAfgebroken();
    await recordEvent(trx, {
      tijdstip: nu,
      oin: upload.oin,
      actor: upload.aangeleverd_door,
      actie: 'aanlevering-ontvangen',
      objectSoort: 'aanlevering',
      objectId: upload.id,
      uitkomst: 'gelukt',
      correlatieId: upload.correlatie_id,
    });
    return nu;
  });
}
