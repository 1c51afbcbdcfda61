import { BronFout, nietBeschikbaar } from './bron-fout.ts';

/**
 * Refuses what is too much: more requests at once than UM can have in hand (503), and, where a limit is
 * configured, more requests a second (429). Refusing is quick, so that those in hand stay quick too.
 */
export class Drukte {
  readonly #tegelijk: number;
  readonly #perSeconde: number;
  #inBehandeling = 0;
  #seconde = 0;
  #geteld = 0;

  constructor(tegelijk: number, perSeconde: number) {
    this.#tegelijk = tegelijk;
    this.#perSeconde = perSeconde;
  }

  /** Lets one request in, who must be let out with `uit`, or throws `BronFout`. */
  in(): void {
    const nu = Math.floor(performance.now() / 1000);
    if (nu !== this.#seconde) [this.#seconde, this.#geteld] = [nu, 0];
    this.#geteld += 1;
    if (this.#geteld > this.#perSeconde) {
      throw new BronFout('429.01', `Er zijn meer dan ${this.#perSeconde} verzoeken per seconde gedaan.`);
    }
    if (this.#inBehandeling >= this.#tegelijk) {
      throw nietBeschikbaar('UM heeft het te druk; probeer het zo opnieuw.');
    }
    this.#inBehandeling += 1;
  }

  uit(): void {
    this.#inBehandeling -= 1;
  }
}
