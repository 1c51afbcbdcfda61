import { fromRandomAccessReaderPromise, type Entry, type ZipFile } from 'yauzl';
import { OnleesbaarBestand } from '../../../../domain/validatie/onleesbaar-bestand.ts';
import type { Bestand } from '../../bestand.ts';
import type { ZipGrenzen } from '../grenzen.ts';
import { BestandLezer } from './bestand-lezer.ts';
import { stroomOnderdeel, type UitpakTeller } from './onderdeel.ts';
import { afgekapt, beschadigd, zipBom } from './zip-fouten.ts';

/** The least bytes before the data of a part. */
const LOKALE_KOP = 30;

/** A zip file as a set of named parts. Names are found as the packaging standards say: without regard to case. */
export class ZipArchief {
  readonly #bestand: Bestand;
  readonly #zip: ZipFile;
  readonly #lezer: BestandLezer;
  readonly #onderdelen: ReadonlyMap<string, Entry>;
  readonly #teller: UitpakTeller = { totaal: 0, delen: new Map() };
  readonly #grenzen: ZipGrenzen;

  private constructor(
    bestand: Bestand,
    zip: ZipFile,
    lezer: BestandLezer,
    onderdelen: ReadonlyMap<string, Entry>,
    grenzen: ZipGrenzen,
  ) {
    this.#bestand = bestand;
    this.#zip = zip;
    this.#lezer = lezer;
    this.#onderdelen = onderdelen;
    this.#grenzen = grenzen;
  }

  /** Reads the directory of the archive. Throws `OnleesbaarBestand` for what is damaged, hostile or encrypted. */
  static async open(bestand: Bestand, grenzen: ZipGrenzen): Promise<ZipArchief> {
    const lezer = new BestandLezer(bestand);
    try {
      const zip = await fromRandomAccessReaderPromise(lezer, bestand.grootte, { autoClose: false });
      const onderdelen = await leesInhoud(zip, grenzen);
      return new ZipArchief(bestand, zip, lezer, onderdelen, grenzen);
    } catch (fout) {
      throw vertaal(fout, lezer);
    }
  }

  /** Names as they are spelled in the archive, in its own order. */
  get namen(): string[] {
    return [...this.#onderdelen.values()].map((onderdeel) => onderdeel.fileName);
  }

  heeft(naam: string): boolean {
    return this.#onderdelen.has(naam.toLowerCase());
  }

  /** The uncompressed content of a part, in pieces of at most 64 KiB, checked against size and checksum. */
  async *stroom(naam: string): AsyncGenerator<Uint8Array> {
    const entry = this.#onderdelen.get(naam.toLowerCase());
    if (entry === undefined) throw beschadigd(`Het onderdeel ${naam} ontbreekt.`);
    const van = await this.#begin(entry);
    yield* stroomOnderdeel({
      bestand: this.#bestand,
      entry,
      van,
      grenzen: this.#grenzen,
      teller: this.#teller,
    });
  }

  async #begin(entry: Entry): Promise<number> {
    try {
      return (await this.#zip.readLocalFileHeaderPromise(entry, { minimal: true })).fileDataStart;
    } catch (fout) {
      throw vertaal(fout, this.#lezer);
    }
  }
}

async function leesInhoud(zip: ZipFile, grenzen: ZipGrenzen): Promise<Map<string, Entry>> {
  if (zip.entryCount > grenzen.onderdelen) throw zipBom();
  const onderdelen = new Map<string, Entry>();
  let totaal = 0;
  for await (const entry of zip.eachEntry()) {
    const naam = entry.fileName.toLowerCase();
    if (naam.endsWith('/')) continue;
    if (onderdelen.has(naam)) throw beschadigd('Een onderdeel staat er twee keer in.');
    onderdelen.set(naam, entry);
    totaal += entry.uncompressedSize;
    if (entry.uncompressedSize > grenzen.onderdeelBytes || totaal > grenzen.totaalBytes) throw zipBom();
    if (
      entry.uncompressedSize > grenzen.verhoudingVanaf &&
      entry.uncompressedSize > entry.compressedSize * grenzen.verhouding
    ) {
      throw zipBom();
    }
  }
  weigerOverlap(onderdelen.values());
  return onderdelen;
}

/** Parts that share their bytes unpack to many times what the file holds, each of them within its limits. */
function weigerOverlap(onderdelen: Iterable<Entry>): void {
  let einde = 0;
  for (const entry of [...onderdelen].sort(
    (een, ander) => een.relativeOffsetOfLocalHeader - ander.relativeOffsetOfLocalHeader,
  )) {
    if (entry.relativeOffsetOfLocalHeader < einde) throw beschadigd('Onderdelen ervan vallen over elkaar.');
    einde = entry.relativeOffsetOfLocalHeader + LOKALE_KOP + entry.compressedSize;
  }
}

/** yauzl speaks through plain errors; what storage failed with passes unchanged. */
function vertaal(fout: unknown, lezer: BestandLezer): unknown {
  if (fout instanceof OnleesbaarBestand) return fout;
  if (lezer.opslagfout !== undefined) return lezer.opslagfout;
  const tekst = fout instanceof Error ? fout.message : '';
  if (tekst.includes('strong encryption')) {
    return new OnleesbaarBestand(
      'bestand-versleuteld',
      'Dit bestand is met een wachtwoord beveiligd. Sla het op zonder wachtwoord en lever het opnieuw aan.',
    );
  }
  if (tekst.includes('End of central directory record signature not found')) return afgekapt();
  if (/absolute path|invalid relative path|invalid characters/.test(tekst)) {
    return new OnleesbaarBestand(
      'bestand-onveilig',
      'Dit bestand bevat onderdelen met een pad dat buiten het bestand wijst. Sla het opnieuw op in uw rekenprogramma en lever het opnieuw aan.',
    );
  }
  return beschadigd('De inhoudsopgave van het bestand klopt niet.', fout);
}
