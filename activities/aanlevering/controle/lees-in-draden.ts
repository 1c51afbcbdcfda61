import { EventEmitter, on } from 'node:events';
import { MessageChannel, type Worker } from 'node:worker_threads';
import type { Clock } from '../../../domain/clock.ts';
import type { GebruikteMapping } from '../../../domain/mapping/gebruikte-mapping.ts';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import { AanleveringInAndereHanden } from '../andere-handen.ts';
import type { DraadBericht, DraadOpdracht, Geschreven, Schrijfbeurt } from './draad-berichten.ts';
import type { Leesdraden } from './leesdraden.ts';

/** Threads for one file, and the bytes from which a file is worth more than one. */
const verdeel = { over: 2, vanaf: 4 * 1024 * 1024 };

export type Voortgang =
  | { readonly formaat: string }
  | { readonly mapping: GebruikteMapping }
  /** Stored: after a crash reading goes on behind it. */
  | { readonly geschreven: Geschreven };

/**
 * Reads, validates and stores a file in threads of its own, which end when the caller stops asking or `signal`
 * aborts. What the caller does with a mapping is done before the first record is stored. Throws `OnleesbaarBestand`.
 */
export async function* leesInDraden(
  leesdraden: Leesdraden,
  opdracht: Omit<DraadOpdracht, 'aandeel' | 'naarAnder'>,
  clock: Clock,
  signal: AbortSignal,
): AsyncGenerator<Voortgang> {
  const van = opdracht.upload.bytes < verdeel.vanaf ? 1 : verdeel.over;
  const draden = Array.from({ length: van }, () => leesdraden.neem());
  const klaar = new Set<number>();
  try {
    const berichten = luister(draden, signal);
    const { port1, port2 } = van > 1 ? new MessageChannel() : {};
    for (const [wie, draad] of draden.entries()) {
      const naarAnder = wie === 0 ? port1 : port2;
      const bericht = { ...opdracht, aandeel: { wie, van }, naarAnder } satisfies DraadOpdracht;
      draad.postMessage(bericht, naarAnder === undefined ? [] : [naarAnder]);
    }
    yield* omDeBeurt(draden, berichten, klaar, opdracht.vanaf.byte, clock);
  } catch (fout) {
    // The file would do so again, however often it is tried.
    throw isVol(fout) ? teVeelGeheugen() : fout;
  } finally {
    for (const [wie, draad] of draden.entries())
      await (klaar.has(wie) ? leesdraden.geefTerug(draad) : draad.terminate());
  }
}

/** What all threads say, in the order in which they say it. A thread that fails or ends is an error. */
function luister(draden: readonly Worker[], signal: AbortSignal): AsyncIterable<[number, DraadBericht]> {
  const samen = new EventEmitter();
  const berichten = on(samen, 'bericht', { signal });
  // Nobody asks any more how the others end.
  samen.on('error', () => undefined);
  for (const [wie, draad] of draden.entries()) {
    draad.on('message', (bericht) => samen.emit('bericht', wie, bericht));
    draad.on('error', (fout) => samen.emit('error', fout));
    draad.on('exit', () => samen.emit('error', new Error('The thread ended before the end of the file')));
  }
  return berichten as AsyncIterable<[number, DraadBericht]>;
}

/** Lets the threads write in turn, each the next batch of the file, until all have come to the end. */
async function* omDeBeurt(
  draden: readonly Worker[],
  berichten: AsyncIterable<[number, DraadBericht]>,
  klaar: Set<number>,
  vanaf: number,
  clock: Clock,
): AsyncGenerator<Voortgang> {
  const gereed = new Set<number>();
  let delers = draden.length;
  let partij = 0;
  let vanByte = vanaf;
  const geefBeurt = () => {
    const wie = partij % delers;
    if (!gereed.delete(wie)) return;
    draden[wie]?.postMessage({ vanByte, nu: clock().toISOString() } satisfies Schrijfbeurt);
  };
  for await (const [wie, bericht] of berichten) {
    switch (bericht.soort) {
      case 'formaat':
        delers = bericht.delers;
        if (wie === 0) yield { formaat: bericht.formaat };
        break;
      case 'mapping':
        if (wie === 0) yield { mapping: bericht.mapping };
        break;
      case 'gereed':
        gereed.add(wie);
        geefBeurt();
        break;
      case 'geschreven':
        partij++;
        vanByte = bericht.geschreven.volgende.byte;
        geefBeurt();
        yield { geschreven: bericht.geschreven };
        break;
      case 'klaar':
        if (wie < delers) partij++;
        klaar.add(wie);
        if (klaar.size === draden.length) return;
        geefBeurt();
        break;
      case 'andere-handen':
        throw new AanleveringInAndereHanden();
      case 'onleesbaar':
        throw new OnleesbaarBestand(bericht.code, bericht.melding, bericht.plaats);
    }
  }
}

const isVol = (fout: unknown): boolean =>
  fout instanceof Error && 'code' in fout && fout.code === 'ERR_WORKER_OUT_OF_MEMORY';

const teVeelGeheugen = (): OnleesbaarBestand =>
  new OnleesbaarBestand(
    'bestand-te-groot',
    'Dit bestand vraagt meer geheugen dan UM voor één bestand heeft. Verdeel het over meer bestanden, of sla het op als CSV.',
  );
