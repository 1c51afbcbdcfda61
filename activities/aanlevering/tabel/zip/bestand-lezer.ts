import type { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';
import type { Bestand } from '../../bestand.ts';

/** One look into storage serves the many small reads of a directory of parts. */
const VENSTER = 64 * 1024;

/** Gives yauzl random access to an uploaded file. Used for the directory only; parts stream on their own. */
export class BestandLezer extends RandomAccessReader {
  readonly #bestand: Bestand;
  #venster: { van: number; bytes: Uint8Array } = { van: 0, bytes: new Uint8Array() };
  /** What storage itself failed with: that is no fault of the file and must not be reported as one. */
  opslagfout: unknown;

  constructor(bestand: Bestand) {
    super();
    this.#bestand = bestand;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (err: Error | null, gelezen?: number) => void,
  ): void {
    this.#lees(position, length).then(
      (bytes) => {
        buffer.set(bytes, offset);
        callback(null, bytes.length);
      },
      (fout: unknown) => {
        this.opslagfout = fout;
        callback(fout instanceof Error ? fout : new Error('storage failed'));
      },
    );
  }

  override _readStreamForRange(): Readable {
    throw new Error('parts are streamed by ZipArchief');
  }

  async #lees(van: number, lengte: number): Promise<Uint8Array> {
    const { grootte } = this.#bestand;
    if (van < 0 || van >= grootte) return new Uint8Array();
    const tot = Math.min(van + lengte, grootte);
    const { van: begin, bytes } = this.#venster;
    if (van < begin || tot > begin + bytes.length) {
      this.#venster = {
        van,
        bytes: await this.#bestand.lees(van, Math.min(Math.max(tot - van, VENSTER), grootte - van)),
      };
    }
    return this.#venster.bytes.subarray(van - this.#venster.van, tot - this.#venster.van);
  }
}
