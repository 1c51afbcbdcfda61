import type { Stap } from './elementen.ts';
import type { Bladrij } from './rij.ts';

/** A cell of the file; without a column: the whole row. */
export interface Plaats {
  readonly blad: string;
  /** As the spreadsheet shows it. */
  readonly rij: number;
  /** 0 is A. */
  readonly kolom?: number;
}

/** Which row each element of a record came from. */
export class Herkomst {
  readonly #rijen = new Map<string, Bladrij>();

  static rijPlaats = ({ kop, rij }: Bladrij): Plaats => ({ blad: kop.bladnaam, rij });

  onthoud(weg: readonly Stap[], rij: Bladrij): void {
    this.#rijen.set(alsPad(weg), rij);
  }

  /** The cell of a place in the record: of the nearest element around it, the column of the field. */
  plaatsVan(pad: string): Plaats | undefined {
    const stappen = pad.split('/').slice(1);
    for (let diepte = stappen.length; diepte >= 0; diepte--) {
      const rij = this.#rijen.get(alsPad(stappen.slice(0, diepte)));
      if (rij !== undefined) return celIn(rij, stappen.slice(diepte));
    }
    return undefined;
  }
}

const alsPad = (weg: readonly Stap[]): string => weg.map((stap) => `/${stap}`).join('');

/** A group that is missing as a whole would have to begin in its first column. */
function celIn(rij: Bladrij, weg: readonly string[]): Plaats {
  const { blad, plaatsen } = rij.kop;
  const index = blad.kolommen.findIndex(
    ({ rol, weg: van }) =>
      (rol === 'waarde' || blad.ouder === undefined) && weg.every((naam, stap) => van[stap] === naam),
  );
  const kolom = plaatsen[index] ?? -1;
  return { ...Herkomst.rijPlaats(rij), ...(kolom < 0 ? {} : { kolom }) };
}
