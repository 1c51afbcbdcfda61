import { OnleesbaarBestand } from '../../../../domain/validatie/onleesbaar-bestand.ts';

const BLOK = 1024 * 1024;
/**
 * Texts that were used twice lately stay strings: codes and labels come back on every row. Most texts never do, and
 * keeping those for a while would make them old for V8, which finds young garbage at a fraction of the cost.
 */
const BIJ_DE_HAND = 16_384;
const HALF_TEKEN = /\p{Surrogate}/gu;
/** What a text costs beside its bytes: where it ends. */
const PER_TEKST = 4;

/**
 * The shared strings of a workbook. Excel puts nearly every text here, so that the table can be as large as the
 * sheet; as JavaScript strings it would cost several times its size. It is kept as UTF-8 outside the heap.
 */
export class TekstTabel {
  readonly #blokken: Buffer[] = [];
  #einden = new Uint32Array(1024);
  #aantal = 0;
  #eind = 0;
  readonly #grens: number;
  readonly #nummers = new Int32Array(BIJ_DE_HAND).fill(-1);
  readonly #teksten = new Array<string | undefined>(BIJ_DE_HAND).fill(undefined);

  /** `grens` in bytes; beyond it the file is refused. */
  constructor(grens: number) {
    this.#grens = grens;
  }

  voegToe(gelezen: string): void {
    // UTF-8 has no half characters and would make a sign of them that may be stored; this one never may.
    const tekst = gelezen.isWellFormed() ? gelezen : gelezen.replace(HALF_TEKEN, '\0');
    const bytes = Buffer.byteLength(tekst);
    // A text never crosses from one block to the next, so that it can be read in one go.
    const inBlok = this.#eind % BLOK;
    const begin = inBlok + bytes > BLOK ? this.#eind + BLOK - inBlok : this.#eind;
    if (bytes > BLOK || begin + bytes + this.#aantal * PER_TEKST > this.#grens) throw teVeelTekst();
    const blok = (this.#blokken[Math.floor(begin / BLOK)] ??= Buffer.allocUnsafe(BLOK));
    blok.write(tekst, begin % BLOK);
    this.#eind = begin + bytes;
    if (this.#aantal === this.#einden.length) this.#groei();
    this.#einden[this.#aantal++] = this.#eind;
  }

  /** The text with this number; undefined when there is none. */
  tekst(nummer: number): string | undefined {
    if (!Number.isInteger(nummer) || nummer < 0 || nummer >= this.#aantal) return undefined;
    const plek = nummer % BIJ_DE_HAND;
    if (this.#nummers[plek] === nummer) return (this.#teksten[plek] ??= this.#lees(nummer));
    this.#nummers[plek] = nummer;
    this.#teksten[plek] = undefined;
    return this.#lees(nummer);
  }

  /** It begins where the one before it ends, or with the block in which it ends. */
  #lees(nummer: number): string {
    const [vorigEinde, eind] = [this.#einden[nummer - 1] ?? 0, this.#einden[nummer] ?? 0];
    if (eind === vorigEinde) return '';
    const blok = Math.floor((eind - 1) / BLOK);
    const van = Math.max(vorigEinde, blok * BLOK);
    return this.#blokken[blok]?.toString('utf8', van - blok * BLOK, eind - blok * BLOK) ?? '';
  }

  #groei(): void {
    const groter = new Uint32Array(Math.ceil(this.#einden.length * 1.5));
    groter.set(this.#einden);
    this.#einden = groter;
  }
}

function teVeelTekst(): OnleesbaarBestand {
  return new OnleesbaarBestand(
    'bestand-te-groot',
    'Dit Excel-bestand bevat meer verschillende teksten dan UM in één keer kan lezen. Sla het op als CSV (UTF-8) en lever dat aan, of verdeel het over meer bestanden.',
  );
}
