import type { BestandPlaats } from '../../../../domain/validatie/onleesbaar-bestand.ts';
import { teVeelBladen } from '../weigeringen.ts';
import type { Grenzen } from '../grenzen.ts';
import type { Rij, Tabelblad } from '../tabel.ts';
import type { XmlLuisteraar } from '../xml/lees-xml.ts';
import type { Attributen } from '../xml/naamruimten.ts';
import { AlineaTekst } from './alinea-tekst.ts';
import { odsCel } from './celwaarde.ts';
import { RijBouwer } from './rij-bouwer.ts';

/** Where we are on the path that counts; what lies beside it (annotations, shapes, charts) is skipped whole. */
type Plek = 'buiten' | 'werkmap' | 'blad' | 'rij' | 'cel' | 'alinea';

const RIJGROEPEN = new Set(['table:table-header-rows', 'table:table-row-group', 'table:table-rows']);
/** A cell below a merged one: what was left in it nobody sees. */
const GEDEKT = 'table:covered-table-cell';
const CELLEN = new Set(['table:table-cell', GEDEKT]);
/** Within a paragraph, but not part of what the cell says: reading aids, notes, remarks, pictures. */
const BIJZAKEN = /^(?:text:ruby-text|text:note|office:annotation|draw:.*)$/;

/** What a formula knows of another file is kept as a table too; no tab shows it, and no tab can have such a name. */
const AANGEHAALD = /^'.*'#/;

/** Hears content.xml of a spreadsheet and gathers its rows, sheet after sheet. */
export class WerkmapLezer implements XmlLuisteraar {
  readonly #grenzen: Grenzen;
  readonly #neemBlad: (blad: Tabelblad) => boolean;
  readonly #enige: Tabelblad | undefined;
  readonly #tekst: AlineaTekst;
  readonly #bouwers: RijBouwer[] = [];
  readonly #verborgenStijlen = new Set<string>();
  #stijl = '';
  #plek: Plek = 'buiten';
  #diepte = 0;
  #overslaan = 0;
  #bladen = 0;
  #bouwer: RijBouwer | undefined;
  #cel: Attributen = {};
  #gezien = false;

  /** `enige`: the sheet that the one table of this XML is known to be. */
  constructor(grenzen: Grenzen, neemBlad: (blad: Tabelblad) => boolean, enige?: Tabelblad) {
    this.#grenzen = grenzen;
    this.#enige = enige;
    this.#neemBlad = neemBlad;
    this.#tekst = new AlineaTekst(grenzen.celtekens);
  }

  /** Whether there was a spreadsheet at all. */
  get gezien(): boolean {
    return this.#gezien;
  }

  plaats(): BestandPlaats {
    return this.#bouwer?.plaats() ?? {};
  }

  *neem(): Generator<Rij> {
    for (const bouwer of this.#bouwers) yield* bouwer.neem();
    this.#bouwers.splice(0, this.#bouwers.length - 1);
  }

  open(naam: string, a: Attributen): void {
    this.#diepte++;
    if (this.#overslaan === 0 && !this.#stap(naam, a)) this.#overslaan = this.#diepte;
  }

  tekst(tekst: string): void {
    if (this.#plek === 'alinea' && this.#overslaan === 0) this.#tekst.hoor(tekst);
  }

  sluit(naam: string): void {
    const diepte = this.#diepte--;
    if (this.#overslaan === diepte) this.#overslaan = 0;
    else if (this.#overslaan === 0) this.#terug(naam);
  }

  /** One step in; false when nothing within counts. */
  #stap(naam: string, a: Attributen): boolean {
    switch (this.#plek) {
      case 'buiten':
        this.#hoorStijl(naam, a);
        if (naam === 'office:spreadsheet') this.#plek = 'werkmap';
        return true;
      case 'werkmap':
        return naam === 'table:table' && this.#beginBlad(a);
      case 'blad':
        if (naam !== 'table:table-row') return RIJGROEPEN.has(naam);
        this.#bouwer?.beginRij(a);
        this.#plek = 'rij';
        return true;
      case 'rij':
        if (!CELLEN.has(naam)) return false;
        this.#cel = a;
        this.#plek = 'cel';
        return true;
      case 'cel':
        if (naam !== 'text:p' && naam !== 'text:h') return false;
        this.#tekst.begin();
        this.#plek = 'alinea';
        return true;
      case 'alinea':
        this.#tekst.open(naam, a);
        return !BIJZAKEN.test(naam);
    }
  }

  /** One step out. Within a place no element has the name of that place, for those are skipped. */
  #terug(naam: string): void {
    if (this.#plek === 'alinea' && (naam === 'text:p' || naam === 'text:h')) {
      this.#tekst.eind();
      this.#plek = 'cel';
    } else if (this.#plek === 'cel') {
      const tekst = this.#tekst.neem();
      this.#bouwer?.voegToe(naam === GEDEKT ? undefined : odsCel(this.#cel, tekst), this.#cel);
      this.#plek = 'rij';
    } else if (this.#plek === 'rij') {
      this.#bouwer?.eindRij();
      this.#plek = 'blad';
    } else if (naam === 'table:table') {
      this.#plek = 'werkmap';
    } else if (naam === 'office:spreadsheet') {
      this.#plek = 'buiten';
      this.#gezien = true;
    }
  }

  #hoorStijl(naam: string, a: Attributen): void {
    if (naam === 'style:style') this.#stijl = a['style:name'] ?? '';
    else if (naam === 'style:table-properties' && a['table:display'] === 'false') {
      if (this.#verborgenStijlen.size < this.#grenzen.stijlen) this.#verborgenStijlen.add(this.#stijl);
    }
  }

  #beginBlad(a: Attributen): boolean {
    if (AANGEHAALD.test(a['table:name'] ?? '')) return false;
    const nummer = this.#bladen++;
    if (nummer >= this.#grenzen.bladen) throw teVeelBladen(this.#grenzen.bladen);
    const verborgen = this.#verborgenStijlen.has(a['table:style-name'] ?? '');
    const blad = this.#enige ?? { nummer, naam: a['table:name'] ?? '', verborgen };
    if (!this.#neemBlad(blad)) return false;
    this.#bouwer = new RijBouwer(blad, this.#grenzen);
    this.#bouwers.push(this.#bouwer);
    this.#plek = 'blad';
    return true;
  }
}
