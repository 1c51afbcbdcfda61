import { once } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import type { Rij } from '../../../domain/werkblad/rij.ts';
import { tekensVan } from '../../../domain/werkblad/volgorde.ts';
import type { Werkboek } from '../../../domain/werkblad/werkboek.ts';
import { type Rijbericht, type Rijvraag, tegoed } from './berichten.ts';
import { codeerRijen } from './codeer-rijen.ts';

/** A piece is full at either of these. */
const vol = { rijen: 25, tekens: 64 * 1024 };

/** Reads the rows of a workbook for another thread, as far ahead as that allows, until it closes the port. */
export async function bedienRijen(
  port: MessagePort,
  open: () => Promise<Werkboek>,
  positie: () => number,
): Promise<void> {
  const gesloten = once(port, 'close');
  const meld = (bericht: Rijbericht) => port.postMessage(bericht);
  try {
    const werkboek = await open();
    const stromen = new Map<number, Stroom>();
    const lopend: Promise<void>[] = [];
    port.on('message', (vraag: Rijvraag) => {
      if (vraag.soort === 'open') {
        const stroom = new Stroom();
        stromen.set(vraag.stroom, stroom);
        lopend.push(stuur(vraag.stroom, werkboek.rijen(vraag.blad), stroom, positie, meld));
      } else stromen.get(vraag.stroom)?.[vraag.soort]();
    });
    meld({ soort: 'bladen', bladnamen: werkboek.bladnamen });
    await gesloten;
    for (const stroom of stromen.values()) stroom.sluit();
    await Promise.all(lopend);
  } catch (fout) {
    meldOnleesbaar(fout, meld);
    await gesloten;
  }
}

async function stuur(
  nummer: number,
  rijen: AsyncIterable<Rij>,
  stroom: Stroom,
  positie: () => number,
  meld: (bericht: Rijbericht) => void,
): Promise<void> {
  let stuk: Rij[] = [];
  let tekens = 0;
  const verstuur = () => {
    meld({ soort: 'rijen', stroom: nummer, rijen: codeerRijen(stuk), positie: positie() });
    stuk = [];
    tekens = 0;
  };
  try {
    for await (const rij of rijen) {
      stuk.push(rij);
      tekens += tekensVan(rij);
      if (stuk.length < vol.rijen && tekens < vol.tekens) continue;
      if (!(await stroom.magVerder())) return;
      verstuur();
    }
    if (stuk.length > 0) verstuur();
    meld({ soort: 'einde', stroom: nummer });
  } catch (fout) {
    meldOnleesbaar(fout, meld);
  }
}

function meldOnleesbaar(fout: unknown, meld: (bericht: Rijbericht) => void): void {
  if (!(fout instanceof OnleesbaarBestand)) throw fout;
  meld({ soort: 'onleesbaar', code: fout.code, melding: fout.message, plaats: fout.plaats });
}

/** How far ahead one stream of rows may go. */
class Stroom {
  #tegoed = tegoed;
  #dicht = false;
  #wek: () => void = () => undefined;

  /** Waits until there is room; false when nobody wants the rows any more. */
  async magVerder(): Promise<boolean> {
    while (this.#tegoed === 0 && !this.#dicht) await new Promise<void>((wek) => (this.#wek = wek));
    this.#tegoed--;
    return !this.#dicht;
  }

  verder(): void {
    this.#tegoed++;
    this.#wek();
  }

  sluit(): void {
    this.#dicht = true;
    this.#wek();
  }
}
