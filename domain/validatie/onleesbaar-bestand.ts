import { DomainError } from '../errors.ts';

/** Why a file as a whole is refused. Clients and reports branch on these; a new reason is one more line here. */
export type OnleesbaarCode =
  /** Nothing in it, or nothing but white space. */
  | 'bestand-leeg'
  /** Recognised, but a format that UM does not read (.xls, .xlsb, PDF, Word, …). */
  | 'bestand-formaat'
  /** A table whose columns are not those of the template. */
  | 'bestand-kolommen'
  /** A table that UM cannot read by itself: a person has to say what its columns are. */
  | 'mapping-nodig'
  /** A column that is to be read holds burgerservicenummers. */
  | 'bestand-bsn'
  /** It needs pseudonyms, and UM was given no key to make them with. */
  | 'pseudoniem-sleutel'
  /** Protected with a password. */
  | 'bestand-versleuteld'
  /** Holds macros. */
  | 'bestand-macros'
  /** Cut off before its end. */
  | 'bestand-afgekapt'
  /** Contradicts its own format. */
  | 'bestand-beschadigd'
  /** Not in a character encoding that UM can tell with certainty. */
  | 'bestand-codering'
  /** Beyond a limit: a bomb, a cell outside the sheet, a text that no spreadsheet could hold. */
  | 'bestand-te-groot'
  /** Uses what could harm a reader: DOCTYPE, entities, paths out of the archive. */
  | 'bestand-onveilig';

/** Where in the file reading stopped, as far as it is known. */
export interface BestandPlaats {
  readonly blad?: string;
  /** As the sheet shows it: `C14`. */
  readonly cel?: string;
  /** Line of a text file, 1 is the first. */
  readonly regel?: number;
}

/** The file as a whole cannot be read. What is wrong with one record is a `Fout` instead. */
export class OnleesbaarBestand extends DomainError {
  readonly code: OnleesbaarCode;
  readonly plaats: BestandPlaats;

  /** `message`: Dutch, what is wrong and what to do; never the content of a cell. */
  constructor(code: OnleesbaarCode, message: string, plaats: BestandPlaats = {}, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.plaats = plaats;
  }
}
