import type { Bestand } from '../bestand.ts';
import type { Grenzen } from './grenzen.ts';

/**
 * What every tabular file (.xlsx, .ods, .csv) is to the rest of UM: rows of cells, sheet after sheet.
 * The readers show what is in the file; what a value means is for the mapping to say.
 */
export interface Tabelblad {
  /** 0 is the first, in the order in which the user sees the tabs. */
  readonly nummer: number;
  /** As on the tab; empty for a CSV file. */
  readonly naam: string;
  readonly verborgen: boolean;
}

/** A row with at least one filled cell; empty rows are left out, their numbers are not given to others. */
export interface Rij {
  readonly blad: Tabelblad;
  /** As a spreadsheet shows it, 1 is the first. In a CSV file: the record, empty lines counted. */
  readonly rij: number;
  /** The line on which the row begins in an editor; `rij` itself in a spreadsheet. */
  readonly regel: number;
  /** Hidden or filtered out. Such rows are read like the others: a filter must not silently lose a person. */
  readonly verborgen: boolean;
  /** By column, 0 is A. An empty cell is `undefined`; trailing empty cells may be missing. */
  readonly cellen: readonly (Cel | undefined)[];
}

/** One filled cell. `tekst` always holds the value as text, in a form that does not depend on a locale. */
export type Cel =
  | { readonly soort: 'tekst'; readonly tekst: string }
  /**
   * `tekst` is the shortest exact decimal: `12`, `0.5`, never `12.0` or `1E+05`; integers keep every digit.
   * `weergave` is what the user sees where that is known and differs: `0012` for 12 shown with four digits.
   */
  | { readonly soort: 'getal'; readonly tekst: string; readonly getal: number; readonly weergave?: string }
  /** `2026-03-01`, or `2026-03-01T14:30:00` (with `.250` when there are parts of a second). */
  | { readonly soort: 'datum'; readonly tekst: string }
  /** A time of day or a duration: `08:30:00`, `36:00:00`. */
  | { readonly soort: 'tijd'; readonly tekst: string }
  | { readonly soort: 'waar'; readonly tekst: 'true' | 'false' }
  /** The cell holds no usable value. `tekst` is what stands there (`#N/A`), `reden` why it is no value. */
  | { readonly soort: 'fout'; readonly tekst: string; readonly reden: Celfout };

type Celfout =
  /** An error of the spreadsheet: `#N/A` (`#N/B`), `#REF!`, `#VALUE!`, … */
  | 'foutwaarde'
  /** A formula whose result is not in the file: it was never calculated. */
  | 'formule-zonder-uitkomst'
  /** A number, date or boolean cell whose content is none, or a date that does not exist. */
  | 'ongeldige-waarde';

export interface LeesOpties {
  readonly grenzen?: Grenzen;
  /** Called for every sheet in order, the hidden and empty ones too; false leaves its rows out. */
  readonly neemBlad?: (blad: Tabelblad) => boolean;
}

/** An opened workbook, of which each sheet can be read as often as needed, several at once. */
export interface OpenTabel {
  /** In the order of the tabs. */
  readonly bladen: readonly Tabelblad[];
  /** The rows of one of these sheets. */
  readonly rijen: (blad: Tabelblad) => AsyncGenerator<Rij>;
}

/**
 * Reads a tabular file as a stream of rows, sheet after sheet in workbook order. Throws `OnleesbaarBestand`
 * when the file as a whole cannot be read: possibly after rows, so nothing counts until the end is reached.
 */
export type LeesTabel = (bestand: Bestand, opties?: LeesOpties) => AsyncIterable<Rij>;
