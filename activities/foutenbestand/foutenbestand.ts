import { on } from 'node:events';
import { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { DraadBericht, Opdracht } from './opdracht.ts';

/** Megabytes of heap for one file, whatever its size; a file that needs more fails alone, not the process. */
const geheugen = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 192 };

/** Who takes longer than this to receive a file holds up others. */
const langsteMs = 10 * 60_000;

/** The form in which a file of this format comes back. */
export const vormVan = (formaat: string): 'xlsx' | 'csv' =>
  formaat === 'xlsx' || formaat === 'ods' ? 'xlsx' : 'csv';

/**
 * An upload as a file with its faults, made in a thread of its own while it is read: the thread waits when the
 * reader does, and ends with the stream. Resolves once the first piece is there; until then it rejects with whatever
 * went wrong.
 */
export async function openFoutenbestand(opdracht: Opdracht): Promise<Readable> {
  const gesloten = new AbortController();
  const stukken = leesUitDraad(opdracht, AbortSignal.any([gesloten.signal, AbortSignal.timeout(langsteMs)]));
  const eerste = await stukken.next();
  const inhoud = Readable.from(eerste.done === true ? [] : alle(eerste.value, stukken), {
    objectMode: false,
    highWaterMark: 256 * 1024,
  });
  // A reader that goes away while the thread is busy must not have to wait for its next piece.
  inhoud.once('close', () => gesloten.abort());
  return inhoud;
}

async function* alle(eerste: Uint8Array, verder: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield eerste;
  yield* verder;
}

async function* leesUitDraad(opdracht: Opdracht, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const draad = new Worker(new URL('./draad.ts', import.meta.url), {
    workerData: opdracht,
    resourceLimits: geheugen,
  });
  try {
    // An error of the thread ends the iteration with that error; an early exit ends it without `klaar`.
    for await (const [bericht] of on(draad, 'message', { signal, close: ['exit'] }) as AsyncIterable<
      [DraadBericht]
    >) {
      if (bericht.soort === 'klaar') return;
      yield bericht.stuk;
      draad.postMessage('genomen');
    }
    throw new Error('The writing thread ended before the end of the file');
  } finally {
    await draad.terminate();
  }
}
