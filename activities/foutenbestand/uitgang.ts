import { once } from 'node:events';
import { Writable } from 'node:stream';
import type { MessagePort } from 'node:worker_threads';
import type { DraadBericht } from './opdracht.ts';

/** Pieces on their way that nobody has taken yet. */
const vooruit = 4;

/** Where the file leaves its thread, piece by piece, no faster than it is taken. */
export class Uitgang extends Writable {
  readonly #port: MessagePort;
  #onderweg = 0;

  constructor(port: MessagePort) {
    super({ highWaterMark: 256 * 1024 });
    this.#port = port;
    port.on('message', () => this.#onderweg--);
  }

  override _write(stuk: Buffer, _codering: string, klaar: (error?: Error | null) => void): void {
    void this.#stuur(stuk).then(() => klaar(), klaar);
  }

  async #stuur(stuk: Buffer): Promise<void> {
    while (this.#onderweg >= vooruit) await once(this.#port, 'message');
    this.#onderweg++;
    // A copy: what is handed over is gone here, and a small piece shares its memory with others.
    const kopie = new Uint8Array(stuk);
    this.#port.postMessage({ soort: 'stuk', stuk: kopie } satisfies DraadBericht, [kopie.buffer]);
  }
}
