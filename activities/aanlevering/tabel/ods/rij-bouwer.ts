import { OnleesbaarBestand, type BestandPlaats } from '../../../../domain/validatie/onleesbaar-bestand.ts';
import { celAdres } from '../../../../domain/werkblad/cel-adres.ts';
import { buitenHetBlad, teGroteRij, teLangeCel } from '../weigeringen.ts';
import type { Grenzen } from '../grenzen.ts';
import type { Cel, Rij, Tabelblad } from '../tabel.ts';
import type { Attributen } from '../xml/naamruimten.ts';
import { beschadigd } from '../zip/zip-fouten.ts';

interface Rijen {
  readonly rij: Rij;
  readonly keer: number;
}

/**
 * Lays out the cells and rows of one sheet. OpenDocument says "this cell 16,384 times, this row 1,048,576 times":
 * what is empty is stepped over, what holds something is bounded, and repeated rows are made only when asked for.
 */
export class RijBouwer {
  readonly #grenzen: Grenzen;
  readonly #blad: Tabelblad;
  #klaar: Rijen[] = [];
  #herhaald = 0;
  #rij = 1;
  #keer = 1;
  #verborgen = false;
  #kolom = 0;
  #cellen: (Cel | undefined)[] = [];
  #tekens = 0;

  constructor(blad: Tabelblad, grenzen: Grenzen) {
    this.#blad = blad;
    this.#grenzen = grenzen;
  }

  plaats(): BestandPlaats {
    return { blad: this.#blad.naam, cel: celAdres(this.#rij, Math.min(this.#kolom, this.#grenzen.kolommen)) };
  }

  beginRij(a: Attributen): void {
    this.#keer = aantal(a['table:number-rows-repeated']);
    this.#verborgen = a['table:visibility'] === 'collapse' || a['table:visibility'] === 'filter';
    this.#kolom = 0;
    this.#cellen = [];
    this.#tekens = 0;
  }

  voegToe(cel: Cel | undefined, a: Attributen): void {
    const keer = aantal(a['table:number-columns-repeated']);
    if (cel !== undefined) {
      if (cel.tekst.length > this.#grenzen.celtekens)
        throw teLangeCel(this.#grenzen.celtekens, this.plaats());
      if (this.#kolom + keer > this.#grenzen.kolommen) throw buitenHetBlad(this.plaats());
      this.#tekens += keer * cel.tekst.length;
      if (this.#tekens > this.#grenzen.rijBytes) throw teGroteRij(this.plaats());
      this.#telHerhaald(keer - 1);
      for (let i = 0; i < keer; i++) this.#cellen[this.#kolom + i] = cel;
    }
    this.#kolom += keer;
  }

  eindRij(): void {
    const { length } = this.#cellen;
    if (length > 0) {
      if (this.#rij + this.#keer - 1 > this.#grenzen.rijen) throw buitenHetBlad(this.plaats());
      this.#telHerhaald((this.#keer - 1) * length);
      const rij = this.#rij;
      this.#klaar.push({
        rij: { blad: this.#blad, rij, regel: rij, verborgen: this.#verborgen, cellen: this.#cellen },
        keer: this.#keer,
      });
    }
    this.#rij += this.#keer;
  }

  /** The rows that are complete by now, once. */
  *neem(): Generator<Rij> {
    const klaar = this.#klaar;
    this.#klaar = [];
    for (const { rij, keer } of klaar) {
      for (let i = 0; i < keer; i++) yield { ...rij, rij: rij.rij + i, regel: rij.regel + i };
    }
  }

  #telHerhaald(cellen: number): void {
    this.#herhaald += cellen;
    if (this.#herhaald > this.#grenzen.herhaaldeCellen) throw teVeelHerhaald(this.plaats());
  }
}

function aantal(attribuut = '1'): number {
  const keer = Number(attribuut);
  if (!Number.isSafeInteger(keer) || keer < 1)
    throw beschadigd('Een rij of cel wordt een onmogelijk aantal keer herhaald.');
  return keer;
}

function teVeelHerhaald(plaats: BestandPlaats): OnleesbaarBestand {
  return new OnleesbaarBestand(
    'bestand-te-groot',
    `In blad "${plaats.blad ?? ''}" wordt dezelfde gevulde rij of cel heel vaak herhaald (${plaats.cel ?? ''}). Verwijder de herhaalde rijen en lever het bestand opnieuw aan.`,
    plaats,
  );
}
