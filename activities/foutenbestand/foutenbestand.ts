import { addAbortSignal, Readable } from 'node:stream';
import { leesUitDraad } from './lees-uit-draad.ts';
import type { DraadBericht, Opdracht } from './opdracht.ts';

/** Who takes longer than this to receive a file holds up others. */
const langsteMs = 10 * 60_000;

/** The form in which a file of this format comes back. */
export const vormVan = (formaat: string): 'xlsx' | 'csv' =>
  formaat === 'xlsx' || formaat === 'ods' ? 'xlsx' : 'csv';

/**
 * An upload as a file with its faults, made in a thread of its own while it is read: the thread waits when the
 * reader does, and ends with the stream, at the latest after `langsteDuurMs`. Resolves once the first piece is there;
 * until then it rejects with whatever went wrong.
 */
export async function openFoutenbestand(opdracht: Opdracht, langsteDuurMs = langsteMs): Promise<Readable> {
  const gesloten = new AbortController();
  const teLang = AbortSignal.timeout(langsteDuurMs);
  const stukken = stukkenVan(opdracht, AbortSignal.any([gesloten.signal, teLang]));
  const eerste = await stukken.next();
  const inhoud = Readable.from(eerste.done === true ? [] : alle(eerste.value, stukken), {
    objectMode: false,
    highWaterMark: 256 * 1024,
  });
  // A reader that goes away while the thread is busy must not have to wait for its next piece, and one that goes away
  // before it has read anything never asked for a piece: in both cases the thread is to end.
  inhoud.once('close', () => {
    gesloten.abort();
    stukken.return(undefined).catch(() => undefined);
  });
  // Who stops reading asks for no next piece, and would never hear from the thread that it has ended.
  return addAbortSignal(teLang, inhoud);
}

async function* alle(eerste: Uint8Array, verder: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield eerste;
  yield* verder;
}

async function* stukkenVan(opdracht: Opdracht, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const start = new URL('./draad.ts', import.meta.url);
  for await (const { stuk } of leesUitDraad<DraadBericht>(start, opdracht, 'stuk', signal)) yield stuk;
}
