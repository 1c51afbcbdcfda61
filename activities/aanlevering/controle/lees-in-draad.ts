import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import type { GebruikteMapping } from '../../../domain/mapping/gebruikte-mapping.ts';
import { leesUitDraad } from '../lees-uit-draad.ts';
import type { DraadBericht, DraadOpdracht } from './draad-berichten.ts';
import type { GelezenPartij } from './partij.ts';

export type Gelezen =
  { readonly formaat: string } | { readonly mapping: GebruikteMapping } | { readonly partij: GelezenPartij };

/**
 * Reads and validates a file in a thread of its own. The thread goes on when the caller asks for the next batch,
 * and ends when the caller stops asking, or `signal` aborts. Throws `OnleesbaarBestand`.
 */
export async function* leesInDraad(opdracht: DraadOpdracht, signal: AbortSignal): AsyncGenerator<Gelezen> {
  const start = new URL('./draad.ts', import.meta.url);
  try {
    for await (const bericht of leesUitDraad<DraadBericht>(start, opdracht, 'partij', signal)) {
      if (bericht.soort === 'onleesbaar') {
        throw new OnleesbaarBestand(bericht.code, bericht.melding, bericht.plaats);
      }
      yield bericht;
    }
  } catch (fout) {
    // The file would do so again, however often it is tried.
    throw isVol(fout) ? teVeelGeheugen() : fout;
  }
}

const isVol = (fout: unknown): boolean =>
  fout instanceof Error && 'code' in fout && fout.code === 'ERR_WORKER_OUT_OF_MEMORY';

const teVeelGeheugen = (): OnleesbaarBestand =>
  new OnleesbaarBestand(
    'bestand-te-groot',
    'Dit bestand vraagt meer geheugen dan UM voor één bestand heeft. Verdeel het over meer bestanden, of sla het op als CSV.',
  );
