import type { BestandPlaats, OnleesbaarBestand } from '../../../../domain/validatie/onleesbaar-bestand.ts';
import { celAdres } from '../../../../domain/werkblad/cel-adres.ts';
import { leesAdres } from '../adres.ts';
import { buitenHetBlad, teGroteRij, teLangeCel, waarIn } from '../weigeringen.ts';
import type { Grenzen } from '../grenzen.ts';
import type { Cel, Rij, Tabelblad } from '../tabel.ts';
import type { XmlLuisteraar } from '../xml/lees-xml.ts';
import type { Attributen } from '../xml/naamruimten.ts';
import { beschadigd } from '../zip/zip-fouten.ts';
import { CelBouwer, type Naslag } from './cel-bouwer.ts';

/** Where in the tree something counts: worksheet > sheetData > row > c > v, f or is. What lies beside it is skipped. */
const DATA = 2;
const RIJ = 3;
const CEL = 4;
const DEEL = 5;

/** Hears the XML of one worksheet and gathers its rows. */
export class BladLezer implements XmlLuisteraar {
  readonly #blad: Tabelblad;
  readonly #grenzen: Grenzen;
  readonly #bouwer: CelBouwer;
  #rijen: Rij[] = [];
  #diepte = 0;
  /** How deep we are on the path that counts. */
  #opPad = 1;
  #gezien = false;
  #rij = 0;
  #verborgen = false;
  #cellen: (Cel | undefined)[] = [];
  #kolom = -1;
  #tekens = 0;

  constructor(blad: Tabelblad, naslag: Naslag, grenzen: Grenzen) {
    this.#blad = blad;
    this.#grenzen = grenzen;
    this.#bouwer = new CelBouwer(naslag, grenzen.celtekens);
  }

  /** The rows that are complete by now, once. */
  neem(): Rij[] {
    const rijen = this.#rijen;
    this.#rijen = [];
    return rijen;
  }

  /** Whether this was a worksheet at all. */
  get gezien(): boolean {
    return this.#gezien;
  }

  plaats(): BestandPlaats {
    const blad = this.#blad.naam;
    return this.#rij === 0 ? { blad } : { blad, cel: celAdres(this.#rij, Math.max(this.#kolom, 0)) };
  }

  open(naam: string, a: Attributen): void {
    const diepte = ++this.#diepte;
    if (diepte > DEEL) {
      if (this.#opPad === DEEL) this.#bouwer.open(naam);
    } else if (diepte === this.#opPad + 1) {
      if (diepte === DATA && naam === 'sheetData') this.#opPad = DATA;
      else if (diepte === RIJ && naam === 'row') this.#beginRij(a);
      else if (diepte === CEL && naam === 'c') this.#beginCel(a);
      else if (diepte === DEEL) this.#beginDeel(naam);
    }
  }

  tekst(tekst: string): void {
    if (this.#opPad === DEEL) this.#bouwer.tekst(tekst);
  }

  sluit(naam: string): void {
    const diepte = this.#diepte--;
    if (diepte > DEEL) {
      if (this.#opPad === DEEL) this.#bouwer.sluit(naam);
    } else if (diepte === this.#opPad) {
      this.#opPad--;
      if (diepte === CEL) this.#eindCel();
      else if (diepte === RIJ) this.#eindRij();
      else if (diepte === DATA) this.#gezien = true;
    }
  }

  #beginRij(a: Attributen): void {
    this.#opPad = RIJ;
    const r = a['r'];
    const rij = r === undefined ? this.#rij + 1 : /^[1-9]\d{0,14}$/.test(r) ? Number(r) : NaN;
    this.#kolom = -1;
    if (rij > this.#grenzen.rijen) throw buitenHetBlad({ blad: this.#blad.naam, cel: celAdres(rij, 0) });
    // Excel calls such a file corrupt too. A row that comes twice would let one person overwrite another.
    if (!(rij > this.#rij)) throw this.#tegenstrijdig('De rijen staan niet op volgorde of komen dubbel voor');
    this.#rij = rij;
    this.#verborgen = a['hidden'] === '1' || a['hidden'] === 'true';
    this.#cellen = [];
    this.#tekens = 0;
  }

  #eindRij(): void {
    if (this.#cellen.length === 0) return;
    const rij = this.#rij;
    this.#rijen.push({ blad: this.#blad, rij, regel: rij, verborgen: this.#verborgen, cellen: this.#cellen });
  }

  #beginCel(a: Attributen): void {
    this.#opPad = CEL;
    const r = a['r'];
    const adres = r === undefined ? { kolom: this.#kolom + 1, rij: this.#rij } : leesAdres(r);
    if (adres === undefined) throw this.#tegenstrijdig('Een cel heeft een onmogelijk adres');
    if (adres.kolom >= this.#grenzen.kolommen || adres.rij > this.#grenzen.rijen) {
      throw buitenHetBlad({ blad: this.#blad.naam, cel: celAdres(adres.rij, adres.kolom) });
    }
    if (adres.rij !== this.#rij) throw this.#tegenstrijdig('Een cel staat in een andere rij dan hij zegt');
    this.#kolom = adres.kolom;
    this.#bouwer.begin(a);
  }

  #beginDeel(naam: string): void {
    this.#opPad = DEEL;
    this.#bouwer.beginDeel(naam);
  }

  #eindCel(): void {
    const cel = this.#bouwer.cel();
    if (cel === undefined) return;
    if (cel === 'tekst-ontbreekt') throw this.#tegenstrijdig('Een tekst waarnaar wordt verwezen ontbreekt');
    if (cel.tekst.length > this.#grenzen.celtekens) throw teLangeCel(this.#grenzen.celtekens, this.plaats());
    this.#tekens += cel.tekst.length;
    if (this.#tekens > this.#grenzen.rijBytes) throw teGroteRij(this.plaats());
    if (this.#cellen[this.#kolom] !== undefined) throw this.#tegenstrijdig('Een cel komt dubbel voor');
    this.#cellen[this.#kolom] = cel;
  }

  #tegenstrijdig(wat: string): OnleesbaarBestand {
    const plaats = this.plaats();
    return beschadigd(`${wat} (${waarIn(plaats)}).`, undefined, plaats);
  }
}
