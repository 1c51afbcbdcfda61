import { los } from '../los.ts';
import type { Cel } from '../tabel.ts';
import type { Attributen } from '../xml/naamruimten.ts';
import { celWaarde } from './celwaarde.ts';
import type { Notatie } from './getalnotatie.ts';
import { ontsnap } from './ontsnap.ts';
import { RijkeTekst, voegToe } from './rijke-tekst.ts';
import type { TekstTabel } from './teksttabel.ts';

/** What the cells of a workbook refer to. */
export interface Naslag {
  readonly teksten: TekstTabel | undefined;
  readonly notaties: readonly Notatie[];
  readonly stelsel1904: boolean;
  readonly onberekend: boolean;
}

/** Day numbers of 1927 up to 2173 have this many digits. */
const DAGNUMMER = 5;

/** Of a shared string. White space alone would be the number 0. */
const NUMMER = /^\s*[0-9]{1,9}\s*$/;

/** A text cell before its length is checked, any other cell, or a number that no shared string has. */
export type GebouwdeCel = Cel | 'tekst-ontbreekt' | undefined;

/** Puts one `c` element together from its parts: `v`, `f` and `is`. */
export class CelBouwer {
  readonly #naslag: Naslag;
  readonly #celtekens: number;
  /** Cells of whole days; at most 100,000 of them by their length. */
  readonly #dagen = new Map<string, Cel>();
  #type = 'n';
  #stijl = 0;
  #deel = '';
  #waarde: string | undefined;
  #formule = false;
  #inline: RijkeTekst | undefined;

  /** `celtekens`: the longest text that the caller accepts; of a longer one enough is kept to tell. */
  constructor(naslag: Naslag, celtekens: number) {
    this.#naslag = naslag;
    this.#celtekens = celtekens;
  }

  begin(a: Attributen): void {
    this.#type = a['t'] ?? 'n';
    this.#stijl = a['s'] === undefined ? 0 : Number(a['s']);
    this.#waarde = undefined;
    this.#formule = false;
    this.#inline = undefined;
  }

  beginDeel(naam: string): void {
    this.#deel = naam;
    if (naam === 'v') this.#waarde = '';
    else if (naam === 'f') this.#formule = true;
    else if (naam === 'is') this.#inline = new RijkeTekst(this.#celtekens);
  }

  /** An element within `is`. */
  open(naam: string): void {
    if (this.#deel === 'is') this.#inline?.open(naam);
  }

  sluit(naam: string): void {
    if (this.#deel === 'is') this.#inline?.sluit(naam);
  }

  tekst(tekst: string): void {
    if (this.#deel === 'v') this.#waarde = voegToe(this.#waarde ?? '', tekst, this.#celtekens);
    else if (this.#deel === 'is') this.#inline?.hoor(tekst);
  }

  /** The finished cell; `undefined` when it is empty. */
  cel(): GebouwdeCel {
    const waarde = this.#waarde;
    if (this.#inline !== undefined) return alsTekst(los(this.#inline.neem()));
    if (waarde === undefined || (waarde === '' && this.#type !== 'str') || this.#isVoorlopig(waarde)) {
      return this.#formule ? { soort: 'fout', tekst: '', reden: 'formule-zonder-uitkomst' } : undefined;
    }
    if (this.#type === 's') {
      const tekst = NUMMER.test(waarde) ? this.#naslag.teksten?.tekst(Number(waarde)) : undefined;
      return tekst === undefined ? 'tekst-ontbreekt' : alsTekst(tekst);
    }
    if (this.#type === 'str' || this.#type === 'inlineStr') return alsTekst(los(ontsnap(waarde)));
    const notatie = this.#naslag.notaties[this.#stijl];
    if (this.#type === 'n' && notatie?.soort === 'datum' && waarde.length === DAGNUMMER)
      return this.#dag(waarde, notatie);
    return celWaarde({
      type: this.#type,
      waarde: los(waarde),
      notatie,
      stelsel1904: this.#naslag.stelsel1904,
    });
  }

  /** The 0 that a program which cannot calculate puts below a formula, and that a spreadsheet would replace. */
  #isVoorlopig(waarde: string): boolean {
    return this.#formule && this.#naslag.onberekend && this.#type === 'n' && waarde === '0';
  }

  /** The same days come back on every row; a cell is never changed, so that rows can share it. */
  #dag(waarde: string, notatie: Notatie): Cel {
    let cel = this.#dagen.get(waarde);
    if (cel === undefined) {
      cel = celWaarde({ type: 'n', waarde, notatie, stelsel1904: this.#naslag.stelsel1904 });
      this.#dagen.set(waarde, cel);
    }
    return cel;
  }
}

function alsTekst(tekst: string): Cel | undefined {
  return tekst === '' ? undefined : { soort: 'tekst', tekst };
}
