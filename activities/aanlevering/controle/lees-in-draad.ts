import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import type { GebruikteMapping } from '../../../domain/mapping/gebruikte-mapping.ts';
import type { DraadBericht, DraadOpdracht } from './draad-berichten.ts';
import type { GelezenPartij } from './partij.ts';

/** Megabytes of heap for one file, whatever its size; a file that needs more fails alone, not the process. */
const geheugen = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 192 };

export type Gelezen =
  { readonly formaat: string } | { readonly mapping: GebruikteMapping } | { readonly partij: GelezenPartij };

/**
 * Reads and validates a file in a thread of its own. The thread goes on when the caller asks for the next batch,
 * and ends when the caller stops asking, or `signal` aborts. Throws `OnleesbaarBestand`.
 */
export async function* leesInDraad(opdracht: DraadOpdracht, signal: AbortSignal): AsyncGenerator<Gelezen> {
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
      if (bericht.soort === 'onleesbaar') {
        throw new OnleesbaarBestand(bericht.code, bericht.melding, bericht.plaats);
      }
      yield bericht;
      if (bericht.soort === 'partij') draad.postMessage('geschreven');
    }
    throw new Error('The reading thread ended before the end of the file');
  } catch (fout) {
    // The file would do so again, however often it is tried.
    throw isVol(fout) ? teVeelGeheugen() : fout;
  } finally {
    await draad.terminate();
  }
}

const isVol = (fout: unknown): boolean =>
  fout instanceof Error && 'code' in fout && fout.code === 'ERR_WORKER_OUT_OF_MEMORY';

const teVeelGeheugen = (): OnleesbaarBestand =>
  new OnleesbaarBestand(
    'bestand-te-groot',
    'Dit bestand vraagt meer geheugen dan UM voor één bestand heeft. Verdeel het over meer bestanden, of sla het op als CSV.',
  );
