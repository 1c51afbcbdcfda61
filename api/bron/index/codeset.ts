import { type Adem, inStukken } from './adem.ts';
import { type Codes, codesVoor, type Interval, type Kolom, type Zeef } from './kolom.ts';

/** A bit for each code; JavaScript takes the number of a bit modulo this. */
const BITS = 32;

/**
 * For each record the codes that the elements of its list have, as bits: one look at a record instead of one at each
 * of its elements. Where more codes occur than there are bits, some share one.
 */
export class Codeset {
  readonly #bits: Codes;
  /** Whether no codes share a bit: what passes then has the code, and otherwise it may. */
  readonly precies: boolean;

  private constructor(bits: Codes, precies: boolean) {
    this.#bits = bits;
    this.precies = precies;
  }

  /** `begin` holds where the elements of each record begin, and at the end where the last one ends. */
  static async van(kolom: Kolom, begin: Uint32Array, adem: Adem): Promise<Codeset> {
    const bits = codesVoor(2 ** Math.min(kolom.aantalWaarden, BITS) - 1, begin.length - 1);
    await inStukken(bits.length, adem, (record) => {
      let set = 0;
      const einde = begin[record + 1] ?? 0;
      for (let element = begin[record] ?? 0; element < einde; element += 1) {
        set |= bit(kolom.codes[element] ?? 0);
      }
      bits[record] = set;
    });
    return new Codeset(bits, kolom.aantalWaarden <= BITS);
  }

  /** Leaves out the records without an element whose code lies in one of the intervals. */
  zeef(intervallen: readonly Interval[]): Zeef {
    const bits = this.#bits;
    let gevraagd = 0;
    for (const { van, tot } of intervallen) {
      for (let code = van; code <= tot && code < van + BITS; code += 1) gevraagd |= bit(code);
    }
    return (plaatsen, aantal) => {
      let over = 0;
      for (let i = 0; i < aantal; i += 1) {
        const plaats = plaatsen[i] ?? 0;
        const gevonden = (bits[plaats] ?? 0) & gevraagd;
        plaatsen[over] = plaats;
        // 1 where some bit is set, else 0, as in `Kolom`.
        over += (gevonden | -gevonden) >>> 31;
      }
      return over;
    };
  }
}

/** 0 stands for no value, which has no bit. */
function bit(code: number): number {
  return code === 0 ? 0 : 1 << (code - 1);
}
