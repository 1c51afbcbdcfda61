import { haalOp } from '../../../domain/selectie/pad.ts';
import type { SelecteerbareLijst } from '../../../domain/selectie/selecteerbaar.ts';
import type { Lijstvoorwaarde, Vergelijking } from '../../../domain/selectie/selectie.ts';
import { type Adem, inStukken } from './adem.ts';
import { Codeset } from './codeset.ts';
import { type Interval, type Kolom, KolomOpbouw, verdubbeld, type Zeef } from './kolom.ts';
import { waardetype } from './waardetype.ts';

/** One value of every element, and for each record which values its elements have. */
interface LijstDeel {
  readonly kolom: Kolom;
  readonly codeset: Codeset;
}

/** A list of every record: all elements after each other, and where the elements of each record begin. */
export class LijstKolom {
  readonly #begin: Uint32Array;
  readonly #delen: ReadonlyMap<string, LijstDeel>;

  constructor(begin: Uint32Array, delen: ReadonlyMap<string, LijstDeel>) {
    this.#begin = begin;
    this.#delen = delen;
  }

  /** Some element satisfies every comparison of one of the alternatives. */
  zeef({ alternatieven }: Lijstvoorwaarde): Zeef {
    const mogelijk = alternatieven
      .map((alternatief) => alternatief.map((vergelijking) => this.#bereik(vergelijking)))
      .filter((alternatief) => alternatief.every(({ van, tot }) => van <= tot));
    const elementen = this.#elementzeef(mogelijk);
    const eersten: Bereik[] = [];
    for (const [eerste] of mogelijk) if (eerste) eersten.push(eerste);
    const codeset = eersten[0]?.codeset;
    // An alternative that asks nothing is satisfied by any element.
    if (
      !codeset ||
      eersten.length < mogelijk.length ||
      eersten.some((eerste) => eerste.codeset !== codeset)
    ) {
      return elementen;
    }
    // What an alternative asks first, some element must have at any rate; where that is all it asks, it is enough.
    const records = codeset.zeef(eersten);
    if (codeset.precies && mogelijk.every(({ length }) => length === 1)) return records;
    return (plaatsen, aantal) => elementen(plaatsen, records(plaatsen, aantal));
  }

  #elementzeef(mogelijk: readonly (readonly Bereik[])[]): Zeef {
    const begin = this.#begin;
    return (plaatsen, aantal) => {
      let over = 0;
      for (let i = 0; i < aantal; i += 1) {
        const plaats = plaatsen[i] ?? 0;
        const einde = begin[plaats + 1] ?? 0;
        for (let element = begin[plaats] ?? 0; element < einde; element += 1) {
          if (!voldoetAanEen(mogelijk, element)) continue;
          plaatsen[over++] = plaats;
          break;
        }
      }
      return over;
    };
  }

  #bereik(vergelijking: Vergelijking): Bereik {
    const deel = this.#delen.get(vergelijking.pad);
    if (!deel) throw new Error(`No column for ${vergelijking.pad}: the soort does not declare it`);
    const { kolom, codeset } = deel;
    return { codes: kolom.codes, codeset, ...kolom.interval(vergelijking) };
  }
}

/** The codes of a column, and which of them pass. */
interface Bereik extends Interval {
  readonly codes: Kolom['codes'];
  readonly codeset: Codeset;
}

/** Loops instead of callbacks: this runs for every element of every record that is looked at. */
function voldoetAanEen(alternatieven: readonly (readonly Bereik[])[], element: number): boolean {
  volgende: for (const alternatief of alternatieven) {
    for (const { codes, van, tot } of alternatief) {
      const code = codes[element] ?? 0;
      if (code < van || code > tot) continue volgende;
    }
    return true;
  }
  return false;
}

/** Collects a list column record by record. */
export class LijstKolomOpbouw {
  readonly #veld: SelecteerbareLijst;
  readonly #delen: readonly { readonly pad: string; readonly opbouw: KolomOpbouw }[];
  #begin = new Uint32Array(256);
  #records = 0;

  constructor(veld: SelecteerbareLijst) {
    this.#veld = veld;
    this.#delen = veld.waarden.map((deel) => ({
      pad: deel.pad,
      opbouw: new KolomOpbouw(waardetype(deel)),
    }));
  }

  voegToe(record: unknown): void {
    const lijst = haalOp(record, this.#veld.pad);
    const elementen: readonly unknown[] = Array.isArray(lijst) ? lijst : [];
    for (const { pad, opbouw } of this.#delen) {
      for (const element of elementen) opbouw.voegToe(haalOp(element, pad));
    }
    this.#records += 1;
    if (this.#records === this.#begin.length) this.#begin = verdubbeld(this.#begin);
    this.#begin[this.#records] = (this.#begin[this.#records - 1] ?? 0) + elementen.length;
  }

  async rondAf(volgorde: Uint32Array, adem: Adem): Promise<LijstKolom> {
    const begin = new Uint32Array(volgorde.length + 1);
    const elementen = new Uint32Array(this.#begin[this.#records] ?? 0);
    let aantal = 0;
    await inStukken(volgorde.length, adem, (nieuw) => {
      const oud = volgorde[nieuw] ?? 0;
      const einde = this.#begin[oud + 1] ?? 0;
      for (let element = this.#begin[oud] ?? 0; element < einde; element += 1) elementen[aantal++] = element;
      begin[nieuw + 1] = aantal;
    });
    const delen = new Map<string, LijstDeel>();
    for (const { pad, opbouw } of this.#delen) {
      const kolom = await opbouw.rondAf(elementen, adem);
      delen.set(pad, { kolom, codeset: await Codeset.van(kolom, begin, adem) });
    }
    return new LijstKolom(begin, delen);
  }
}
