import type { MessagePort } from 'node:worker_threads';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import type { Rij } from '../../../domain/werkblad/rij.ts';
import type { Werkboek } from '../../../domain/werkblad/werkboek.ts';
import type { Rijbericht, Rijvraag } from './berichten.ts';
import { ontcijferRijen } from './codeer-rijen.ts';

/** A workbook that another thread reads; see `bedienRijen`. */
export class WerkboekUitDraad implements Werkboek {
  readonly bladnamen: readonly string[];
  readonly #post: Post;

  private constructor(post: Post, bladnamen: readonly string[]) {
    this.#post = post;
    this.bladnamen = bladnamen;
  }

  /** Throws `OnleesbaarBestand`, as reading it does. */
  static async open(port: MessagePort): Promise<WerkboekUitDraad> {
    const post = new Post(port);
    const bericht = await post.volgende(GEEN_STROOM);
    if (bericht.soort !== 'bladen')
      throw new Error('The reading thread did not begin with the names of the sheets');
    return new WerkboekUitDraad(post, bericht.bladnamen);
  }

  /** The byte of the file up to which the other thread has read. */
  get positie(): number {
    return this.#post.positie;
  }

  async *rijen(blad: number): AsyncGenerator<Rij> {
    const stroom = this.#post.nieuweStroom();
    this.#post.vraag({ soort: 'open', stroom, blad });
    try {
      for (;;) {
        const bericht = await this.#post.volgende(stroom);
        if (bericht.soort !== 'rijen') return;
        this.#post.vraag({ soort: 'verder', stroom });
        yield* ontcijferRijen(bericht.rijen);
      }
    } finally {
      this.#post.vraag({ soort: 'sluit', stroom });
    }
  }
}

/** For what is said of the file and of no stream. */
const GEEN_STROOM = 0;

/** Keeps what comes in until the stream that it is for asks for it. */
class Post {
  positie = 0;
  readonly #port: MessagePort;
  readonly #bakken = new Map<number, Rijbericht[]>([[GEEN_STROOM, []]]);
  #onleesbaar: OnleesbaarBestand | undefined;
  #stromen = 0;
  #wek: () => void = () => undefined;

  constructor(port: MessagePort) {
    this.#port = port;
    port.on('message', (bericht: Rijbericht) => this.#ontvang(bericht));
  }

  nieuweStroom(): number {
    this.#bakken.set(++this.#stromen, []);
    return this.#stromen;
  }

  vraag(vraag: Rijvraag): void {
    if (vraag.soort === 'sluit') this.#bakken.delete(vraag.stroom);
    this.#port.postMessage(vraag);
  }

  async volgende(stroom: number): Promise<Rijbericht> {
    for (;;) {
      const bericht = this.#bakken.get(stroom)?.shift();
      if (bericht !== undefined) return bericht;
      if (this.#onleesbaar !== undefined) throw this.#onleesbaar;
      // One reader at a time: whoever works out rows does so from one place.
      await new Promise<void>((wek) => (this.#wek = wek));
    }
  }

  #ontvang(bericht: Rijbericht): void {
    if (bericht.soort === 'onleesbaar') {
      this.#onleesbaar = new OnleesbaarBestand(bericht.code, bericht.melding, bericht.plaats);
    } else {
      if (bericht.soort === 'rijen') this.positie = bericht.positie;
      const stroom = bericht.soort === 'bladen' ? GEEN_STROOM : bericht.stroom;
      this.#bakken.get(stroom)?.push(bericht);
    }
    this.#wek();
  }
}
