import { close, open, readSync, write } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';

const schrijf = promisify(write);
const STUK = 1024 * 1024;

/**
 * Matches ready to send, outside the heap: an anonymous file, unlinked as soon as it is open, so that nothing
 * of it outlives the process. What is read often stays in the operating system's cache.
 */
export class MatchBestand {
  readonly #fd: number;
  #stuk = Buffer.allocUnsafe(STUK);
  #gevuld = 0;
  /** Bytes handed to the file so far, written or not. */
  lengte = 0;

  private constructor(fd: number) {
    this.#fd = fd;
  }

  /** `map` is a folder on a local disk. */
  static async maak(map: string): Promise<MatchBestand> {
    const pad = join(map, `um-bron-${randomUUID()}`);
    const fd = await promisify(open)(pad, 'wx+', 0o600);
    await unlink(pad);
    return new MatchBestand(fd);
  }

  /** Room for the next `lengte` bytes, to be filled at once: the next call may write them to the file. */
  async vak(lengte: number): Promise<Buffer> {
    if (this.#gevuld + lengte > this.#stuk.length) await this.#spoel();
    if (lengte > this.#stuk.length) this.#stuk = Buffer.allocUnsafe(lengte);
    const vak = this.#stuk.subarray(this.#gevuld, this.#gevuld + lengte);
    this.#gevuld += lengte;
    this.lengte += lengte;
    return vak;
  }

  /** Nothing more will be written: what was left is, and the memory for writing is given back. */
  async rondAf(): Promise<void> {
    await this.#spoel();
    this.#stuk = Buffer.alloc(0);
  }

  /** Fills `doel` from `van` with `lengte` bytes at `plaats`: from the system's cache, microseconds. */
  lees(doel: Buffer, van: number, lengte: number, plaats: number): void {
    let gelezen = 0;
    while (gelezen < lengte) {
      const aantal = readSync(this.#fd, doel, van + gelezen, lengte - gelezen, plaats + gelezen);
      if (aantal === 0) throw new Error('The file of matches is shorter than its index');
      gelezen += aantal;
    }
  }

  /** Gives the disk space back. */
  sluit(): Promise<void> {
    return promisify(close)(this.#fd);
  }

  async #spoel(): Promise<void> {
    let gedaan = 0;
    const begin = this.lengte - this.#gevuld;
    while (gedaan < this.#gevuld) {
      const { bytesWritten } = await schrijf(
        this.#fd,
        this.#stuk,
        gedaan,
        this.#gevuld - gedaan,
        begin + gedaan,
      );
      gedaan += bytesWritten;
    }
    this.#gevuld = 0;
  }
}
