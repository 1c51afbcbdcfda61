import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import { grootsteRecord, type Leespunt } from '../lezer.ts';
import { isWit, newline } from './tekst.ts';

/** One element of the array, from its first byte to its last; without bytes when it is too large to keep. */
export interface Element {
  readonly bytes?: Buffer;
  readonly regel: number;
  readonly volgende: Leespunt;
}

const komma = 0x2c;
const aanhaling = 0x22;
const schuin = 0x5c;
const blokOpen = 0x5b;
const blokDicht = 0x5d;
const groepOpen = 0x7b;
const groepDicht = 0x7d;

type Plaats = 'voor-lijst' | 'eerste-of-einde' | 'element' | 'in-element' | 'komma-of-einde' | 'na-lijst';

/**
 * Finds where the elements of a JSON array begin and end, without understanding them: that is for JSON.parse,
 * which sees one element at a time. Takes the file in pieces, cut anywhere.
 */
export class ElementZoeker {
  #plaats: Plaats;
  #byte: number;
  #regel: number;
  /** The beginning of an element whose end lies in a later piece. */
  #eerder: Buffer[] = [];
  #lengte = 0;
  #beginRegel = 0;
  #diepte = 0;
  #inTekst = false;
  #ontsnapt = false;

  constructor(vanaf: Leespunt) {
    this.#plaats = vanaf.regel === 0 ? 'voor-lijst' : 'komma-of-einde';
    this.#byte = vanaf.byte;
    this.#regel = Math.max(vanaf.regel, 1);
  }

  *zoek(blok: Buffer): Generator<Element> {
    let hier = 0;
    while (hier < blok.length) {
      if (this.#plaats === 'in-element') {
        const eind = this.#zoekEinde(blok, hier);
        this.#bewaar(blok.subarray(hier, eind < 0 ? blok.length : eind));
        if (eind < 0) break;
        hier = eind;
        this.#plaats = 'komma-of-einde';
        yield this.#element(hier);
      } else {
        const byte = blok[hier] ?? 0;
        if (byte === newline) this.#regel++;
        // A new element stays where it is, to be read as a whole.
        if (isWit(byte) || !this.#beginElement(byte)) hier++;
      }
    }
    this.#byte += blok.length;
  }

  /** Call at the end of the file. */
  sluit(): void {
    if (this.#plaats !== 'na-lijst') {
      throw this.#fout(
        'bestand-afgekapt',
        'houdt het bestand op voordat de lijst is afgesloten met ]. Lever het volledige bestand opnieuw aan',
      );
    }
  }

  /** Follows the array's own brackets and commas; true when an element starts at this byte. */
  #beginElement(byte: number): boolean {
    switch (this.#plaats) {
      case 'voor-lijst':
        if (byte !== blokOpen) throw this.#beschadigd('hoort het begin van een lijst te staan: [');
        this.#plaats = 'eerste-of-einde';
        return false;
      case 'komma-of-einde':
        if (byte !== komma && byte !== blokDicht) {
          throw this.#beschadigd('ontbreekt een komma tussen twee records, of staat er een haakje te veel');
        }
        this.#plaats = byte === komma ? 'element' : 'na-lijst';
        return false;
      case 'na-lijst':
        throw this.#beschadigd('staat nog tekst na het einde van de lijst');
      default:
        if (byte === blokDicht && this.#plaats === 'eerste-of-einde') {
          this.#plaats = 'na-lijst';
          return false;
        }
        if (byte === blokDicht || byte === komma) throw this.#beschadigd('staat een komma te veel');
        this.#plaats = 'in-element';
        this.#beginRegel = this.#regel;
        return true;
    }
  }

  /** The place after the element's last byte; -1 when that is not in this piece. */
  #zoekEinde(blok: Buffer, vanaf: number): number {
    let diepte = this.#diepte;
    let inTekst = this.#inTekst;
    let hier = vanaf;
    let eind = -1;
    if (this.#ontsnapt && hier < blok.length) hier++;
    this.#ontsnapt = false;
    for (; hier < blok.length; hier++) {
      const byte = blok[hier];
      if (inTekst) {
        if (byte === schuin) {
          if (++hier === blok.length) this.#ontsnapt = true;
        } else if (byte === aanhaling) {
          inTekst = false;
        } else if (byte === newline) this.#regel++;
      } else if (byte === aanhaling) {
        inTekst = true;
      } else if (byte === groepOpen || byte === blokOpen) {
        diepte++;
      } else if (byte === groepDicht || byte === blokDicht || byte === komma || isWit(byte ?? 0)) {
        if (byte === newline && diepte > 0) this.#regel++;
        // A closing bracket belongs to a group or list; it, a comma or a space ends a bare value before it.
        if (diepte === 0) eind = hier;
        else if (byte === groepDicht || byte === blokDicht) if (--diepte === 0) eind = hier + 1;
        if (eind >= 0) break;
      }
    }
    this.#diepte = eind < 0 ? diepte : 0;
    this.#inTekst = inTekst;
    return eind;
  }

  #bewaar(stuk: Buffer): void {
    this.#lengte += stuk.length;
    if (this.#lengte > grootsteRecord) this.#eerder = [];
    else this.#eerder.push(stuk);
  }

  #element(eind: number): Element {
    const volgende = { byte: this.#byte + eind, regel: this.#regel };
    const teGroot = this.#lengte > grootsteRecord;
    const [enige, ...meer] = this.#eerder;
    this.#eerder = [];
    this.#lengte = 0;
    const regel = this.#beginRegel;
    if (teGroot || enige === undefined) return { regel, volgende };
    return { regel, volgende, bytes: meer.length === 0 ? enige : Buffer.concat([enige, ...meer]) };
  }

  #beschadigd(wat: string): OnleesbaarBestand {
    return this.#fout('bestand-beschadigd', `${wat}. Herstel de JSON en lever het bestand opnieuw aan`);
  }

  #fout(code: 'bestand-afgekapt' | 'bestand-beschadigd', wat: string): OnleesbaarBestand {
    return new OnleesbaarBestand(code, `Op regel ${this.#regel} ${wat}.`, { regel: this.#regel });
  }
}
