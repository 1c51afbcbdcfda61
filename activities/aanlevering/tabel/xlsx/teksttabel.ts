import { OnleesbaarBestand } from '../../../../domain/validatie/onleesbaar-bestand.ts';

const BLOK = 1024 * 1024;
/** Texts that were used lately stay strings: codes and labels come back on every row. */
const BIJ_DE_HAND = 16_384;
/** What a text costs beside its bytes: where it begins and how long it is. */
const PER_TEKST = 8;

/**
 * The shared strings of a workbook. Excel puts nearly every text here, so that the table can be as large as the
 * sheet; as JavaScript strings it would cost several times its size. It is kept as UTF-8 outside the heap.
 */
export class TekstTabel {
  readonly #blokken: Buffer[] = [];
  #begin = new Uint32Array(1024);
  #bytes = new Uint32Array(1024);
  #aantal = 0;
  #eind = 0;
  readonly #grens: number;
  readonly #nummers = new Int32Array(BIJ_DE_HAND).fill(-1);
  readonly #teksten = new Array<string>(BIJ_DE_HAND).fill('');

  /** `grens` in bytes; beyond it the file is refused. */
  constructor(grens: number) {
    this.#grens = grens;
  }

  voegToe(tekst: string): void {
    const bytes = Buffer.byteLength(tekst);
    // A text never crosses from one block to the next, so that it can be read in one go.
    const inBlok = this.#eind % BLOK;
    const begin = inBlok + bytes > BLOK ? this.#eind + BLOK - inBlok : this.#eind;
    if (bytes > BLOK || begin + bytes + this.#aantal * PER_TEKST > this.#grens) throw teVeelTekst();
    const blok = (this.#blokken[Math.floor(begin / BLOK)] ??= Buffer.allocUnsafe(BLOK));
    blok.write(tekst, begin % BLOK);
    if (this.#aantal === this.#begin.length) this.#groei();
    this.#begin[this.#aantal] = begin;
    this.#bytes[this.#aantal] = bytes;
    this.#aantal++;
    this.#eind = begin + bytes;
  }

  /** The text with this number; undefined when there is none. */
  tekst(nummer: number): string | undefined {
    if (!Number.isInteger(nummer) || nummer < 0 || nummer >= this.#aantal) return undefined;
    const plek = nummer % BIJ_DE_HAND;
    if (this.#nummers[plek] === nummer) return this.#teksten[plek];
    const begin = this.#begin[nummer] ?? 0;
    const van = begin % BLOK;
    const tekst =
      this.#blokken[Math.floor(begin / BLOK)]?.toString('utf8', van, van + (this.#bytes[nummer] ?? 0)) ?? '';
    this.#nummers[plek] = nummer;
    this.#teksten[plek] = tekst;
    return tekst;
  }

  #groei(): void {
    this.#begin = verdubbeld(this.#begin);
    this.#bytes = verdubbeld(this.#bytes);
  }
}

function verdubbeld(rij: Uint32Array): Uint32Array<ArrayBuffer> {
  const groter = new Uint32Array(rij.length * 2);
  groter.set(rij);
  return groter;
}

function teVeelTekst(): OnleesbaarBestand {
  return new OnleesbaarBestand(
    'bestand-te-groot',
    'Dit Excel-bestand bevat meer verschillende teksten dan UM in één keer kan lezen. Sla het op als CSV (UTF-8) en lever dat aan, of verdeel het over meer bestanden.',
  );
}
