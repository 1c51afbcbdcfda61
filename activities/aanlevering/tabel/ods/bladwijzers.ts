import type { Grenzen } from '../grenzen.ts';
import type { Rij, Tabelblad } from '../tabel.ts';
import type { XmlFragment } from '../xml/fragment.ts';
import type { XmlLuisteraar, XmlStand } from '../xml/lees-xml.ts';
import type { Attributen } from '../xml/naamruimten.ts';
import { WerkmapLezer } from './werkmap-lezer.ts';

/** Rows of each sheet that are kept: enough to recognise a heading and to see whether anything follows it. */
const EERSTE_RIJEN = 12;
/** Sheets of which rows are kept, and characters of all of them together. */
const HOOGSTENS_BLADEN = 64;
const HOOGSTENS_TEKENS = 2 * 1024 * 1024;

/** Where in content.xml a sheet lies, and how it begins. */
export interface Bladwijzer {
  readonly blad: Tabelblad;
  readonly eerste: readonly Rij[];
  /** Whether there are rows after the first ones. */
  readonly meer: boolean;
  readonly fragment: XmlFragment;
}

/** Hears the whole of content.xml once, and remembers where each sheet begins and ends. */
export class BladwijzerLezer implements XmlLuisteraar {
  readonly #lezer: WerkmapLezer;
  readonly #wijzers: { blad: Tabelblad; eerste: Rij[]; meer: boolean; fragment: XmlFragment }[] = [];
  #stand: XmlStand = { positie: 0, ruweNaam: '' };
  #prefixen: string | undefined;
  #werkmapNaam = '';
  #blad: Tabelblad | undefined;
  #diepte = 0;
  #open = 0;
  #tekens = 0;

  constructor(grenzen: Grenzen) {
    this.#lezer = new WerkmapLezer(grenzen, (blad) => {
      this.#blad = blad;
      return true;
    });
  }

  get lezer(): WerkmapLezer {
    return this.#lezer;
  }

  get wijzers(): readonly Bladwijzer[] {
    return this.#wijzers;
  }

  begin(stand: XmlStand): void {
    this.#stand = stand;
  }

  open(naam: string, a: Attributen): void {
    this.#prefixen ??= declaraties(a);
    this.#diepte++;
    if (naam === 'office:spreadsheet') this.#werkmapNaam = this.#stand.ruweNaam;
    this.#lezer.open(naam, a);
    if (this.#blad === undefined || this.#open > 0) return;
    const { positie, ruweNaam } = this.#stand;
    const kop = `<${this.#werkmapNaam}${this.#prefixen}><${ruweNaam}>`;
    const fragment = { kop, van: positie, tot: positie, staart: `</${this.#werkmapNaam}>` };
    this.#wijzers.push({ blad: this.#blad, eerste: [], meer: false, fragment });
    this.#open = this.#diepte;
  }

  tekst(tekst: string): void {
    this.#lezer.tekst(tekst);
  }

  sluit(naam: string): void {
    this.#lezer.sluit(naam);
    if (this.#diepte-- !== this.#open) return;
    const wijzer = this.#wijzers.at(-1);
    if (wijzer) wijzer.fragment = { ...wijzer.fragment, tot: this.#stand.positie };
    this.#open = 0;
    this.#blad = undefined;
  }

  /** Keeps the rows that are complete by now, as far as they are first ones; hands out nothing. */
  neem(): never[] {
    for (const rij of this.#lezer.neem()) this.#bewaar(rij);
    return [];
  }

  #bewaar(rij: Rij): void {
    const wijzer = this.#wijzers.findLast(({ blad }) => blad === rij.blad);
    if (wijzer === undefined || wijzer.meer) return;
    for (const cel of rij.cellen) this.#tekens += 32 + (cel?.tekst.length ?? 0);
    const past = rij.blad.nummer < HOOGSTENS_BLADEN && this.#tekens <= HOOGSTENS_TEKENS;
    if (past && wijzer.eerste.length < EERSTE_RIJEN) wijzer.eerste.push(rij);
    else wijzer.meer = true;
  }
}

/** The prefixes that the root of the document declares. */
const declaraties = (a: Attributen): string =>
  Object.entries(a)
    .filter(([naam]) => naam === 'xmlns' || naam.startsWith('xmlns:'))
    .map(([naam, uri]) => ` ${naam}="${uri.replace(/[&<"]/g, (teken) => `&#${teken.charCodeAt(0)};`)}"`)
    .join('');
