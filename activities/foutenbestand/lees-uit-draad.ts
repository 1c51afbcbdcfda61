import { on } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Megabytes of heap for one file, whatever its size; a file that needs more fails alone, not the process. */
const geheugen = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 192 };

interface Klaar {
  readonly soort: 'klaar';
}

/**
 * What a thread of its own says about one file, until it says `klaar`. Messages of the kind `beantwoord` are answered
 * once the caller asks for the next, so that the thread is never far ahead. The thread ends when the caller stops
 * asking, or `signal` aborts. Throws the error of a thread that fails.
 */
export async function* leesUitDraad<Bericht extends { readonly soort: string }>(
  start: URL,
  opdracht: object,
  beantwoord: Bericht['soort'],
  signal: AbortSignal,
): AsyncGenerator<Exclude<Bericht, Klaar>> {
  const draad = new Worker(start, { workerData: opdracht, resourceLimits: geheugen });
  try {
    // An error of the thread ends the iteration with that error; an early exit ends it without `klaar`.
    const berichten = on(draad, 'message', { signal, close: ['exit'] }) as AsyncIterable<[Bericht]>;
    for await (const [bericht] of berichten) {
      if (bericht.soort === 'klaar') return;
      yield bericht as Exclude<Bericht, Klaar>;
      if (bericht.soort === beantwoord) draad.postMessage('verder');
    }
    throw new Error('The thread ended before the end of the file');
  } finally {
    await draad.terminate();
  }
}
