import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import type { Entry } from 'yauzl';
import { OnleesbaarBestand } from '../../../../domain/validatie/onleesbaar-bestand.ts';
import type { Bestand } from '../../bestand.ts';
import type { ZipGrenzen } from '../grenzen.ts';
import { afgekapt, beschadigd, zipBom } from './zip-fouten.ts';

const STORED = 0;
const DEFLATE = 8;
const STUK = 64 * 1024;

interface Onderdeel {
  readonly bestand: Bestand;
  readonly entry: Entry;
  /** First byte of its data in the file. */
  readonly van: number;
  readonly grenzen: ZipGrenzen;
  readonly teller: UitpakTeller;
}

/** Bytes that were unpacked so far from one archive: in all, and of each part; what is read again counts once. */
export interface UitpakTeller {
  totaal: number;
  readonly delen: Map<Entry, number>;
}

/** Unpacks one part. Every limit is held against the bytes that really come out, whatever the headers say. */
export async function* stroomOnderdeel(onderdeel: Onderdeel): AsyncGenerator<Uint8Array> {
  const { entry, grenzen, teller } = onderdeel;
  const bron = ingepakt(onderdeel);
  let bytes = 0;
  let som = 0;
  for await (const stuk of uitgepakt(entry, bron)) {
    bytes += stuk.length;
    tel(teller, entry, bytes);
    som = crc32(stuk, som);
    if (bytes > grenzen.onderdeelBytes || teller.totaal > grenzen.totaalBytes) throw zipBom();
    if (bytes > grenzen.verhoudingVanaf && bytes > bron.gelezen() * grenzen.verhouding) throw zipBom();
    if (bytes > entry.uncompressedSize) throw beschadigd('Een onderdeel is groter dan het zegt te zijn.');
    yield stuk;
  }
  if (bytes !== entry.uncompressedSize) throw afgekapt();
  if (som !== entry.crc32) throw beschadigd('De controlesom van een onderdeel klopt niet.');
}

function tel(teller: UitpakTeller, entry: Entry, bytes: number): void {
  const eerder = teller.delen.get(entry) ?? 0;
  if (bytes <= eerder) return;
  teller.totaal += bytes - eerder;
  teller.delen.set(entry, bytes);
}

interface Bron {
  readonly stukken: AsyncGenerator<Uint8Array>;
  readonly gelezen: () => number;
  /** What storage itself failed with: no fault of the file. */
  readonly opslagfout: () => Error | undefined;
}

/** The packed bytes of a part, and how far they were read. */
function ingepakt({ bestand, entry, van }: Onderdeel): Bron {
  let gelezen = 0;
  let opslagfout: Error | undefined;
  async function* lees(): AsyncGenerator<Uint8Array> {
    try {
      for await (const stuk of bestand.stroom(van)) {
        const deel = stuk.subarray(0, entry.compressedSize - gelezen);
        gelezen += deel.length;
        if (deel.length > 0) yield deel;
        if (gelezen >= entry.compressedSize) return;
      }
    } catch (fout) {
      opslagfout = fout instanceof Error ? fout : new Error('storage failed', { cause: fout });
      throw fout;
    }
  }
  return { stukken: lees(), gelezen: () => gelezen, opslagfout: () => opslagfout };
}

async function* uitgepakt(entry: Entry, bron: Bron): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted()) {
    throw new OnleesbaarBestand(
      'bestand-versleuteld',
      'Dit bestand is met een wachtwoord beveiligd. Sla het op zonder wachtwoord en lever het opnieuw aan.',
    );
  }
  if (entry.compressedSize === 0) return;
  if (entry.compressionMethod === STORED) {
    for await (const stuk of bron.stukken) {
      for (let i = 0; i < stuk.length; i += STUK) yield stuk.subarray(i, i + STUK);
    }
  } else if (entry.compressionMethod === DEFLATE) {
    yield* inflate(bron);
  } else {
    throw beschadigd('Het is ingepakt op een manier die UM niet kent.');
  }
}

async function* inflate(bron: Bron): AsyncGenerator<Uint8Array> {
  // The callback keeps pipeline from throwing on its own; the loop below sees every error.
  const uit = pipeline(
    Readable.from(bron.stukken, { objectMode: false }),
    createInflateRaw({ chunkSize: STUK }),
    () => undefined,
  );
  try {
    for await (const stuk of uit) yield stuk as Uint8Array;
  } catch (fout) {
    if (fout instanceof OnleesbaarBestand) throw fout;
    const opslagfout = bron.opslagfout();
    if (opslagfout !== undefined) throw opslagfout;
    throw codeVan(fout) === 'Z_BUF_ERROR'
      ? afgekapt(fout)
      : beschadigd('Een onderdeel laat zich niet uitpakken.', fout);
  }
}

function codeVan(fout: unknown): unknown {
  return fout instanceof Error && 'code' in fout ? fout.code : undefined;
}
