import type { Workbook } from 'exceljs';
import type { JsonSchema } from '../../domain/soorten/json-schema.ts';
import { keuzesVan, keuzeTekst } from '../../domain/werkblad/keuzes.ts';

/** The tab with the choices of the drop-downs; hidden, because Excel allows no long lists in a cell itself. */
const LIJSTENBLAD = 'Lijsten';

/** What a field can be chosen from: its texts, and the formula that refers to them. */
interface Keuzelijst {
  readonly teksten: readonly string[];
  readonly formule: string;
  readonly gesloten: boolean;
}

/** Collects the choices of a workbook's columns, each list once, on a hidden sheet of their own. */
export class Keuzelijsten {
  readonly #lijsten = new Map<string, Keuzelijst>();

  /** The choices for this field; undefined where everybody may fill in what they want. */
  voor(schema: JsonSchema): Keuzelijst | undefined {
    const keuzes = keuzesVan(schema);
    if (keuzes === undefined) return undefined;
    const teksten = keuzes.keuzes.map(keuzeTekst);
    const sleutel = teksten.join('\n');
    const bekend = this.#lijsten.get(sleutel);
    if (bekend !== undefined) return bekend;
    const kolom = kolomLetter(this.#lijsten.size);
    const formule = `${LIJSTENBLAD}!$${kolom}$1:$${kolom}$${teksten.length}`;
    const lijst = { teksten, formule, gesloten: keuzes.gesloten };
    this.#lijsten.set(sleutel, lijst);
    return lijst;
  }

  schrijf(werkmap: Workbook): void {
    const blad = werkmap.addWorksheet(LIJSTENBLAD, { state: 'hidden' });
    for (const [index, { teksten }] of [...this.#lijsten.values()].entries()) {
      blad.getColumn(index + 1).values = [...teksten];
    }
  }
}

/** No soort has more than 26 different lists. */
const kolomLetter = (index: number): string => String.fromCharCode(65 + index);
