const MIB = 1024 * 1024;

/**
 * How much a file may ask of its reader. All of these are checked against what is really read, not against
 * what a header claims; a header that already claims too much is refused before reading.
 */
export interface Grenzen {
  /** Rows and columns of a sheet, as Excel and LibreOffice have them. */
  readonly rijen: number;
  readonly kolommen: number;
  /** Characters in a cell: Excel's own limit. In a CSV file a longer one is a quote that was not closed. */
  readonly celtekens: number;
  readonly bladen: number;
  /** Bytes of one CSV row, characters of all cells of a row of a sheet: no record is larger. */
  readonly rijBytes: number;
  /** Memory for the shared strings of a workbook; they must be at hand while the rows stream by. */
  readonly tekstTabelBytes: number;
  /** Number formats and styles of a workbook (Excel: 65,490). */
  readonly stijlen: number;
  /** Cells that an .ods file may make by repeating rows and columns that hold something. */
  readonly herhaaldeCellen: number;
  readonly zip: ZipGrenzen;
}

export interface ZipGrenzen {
  readonly onderdelen: number;
  /** Uncompressed bytes of one part and of all parts together. */
  readonly onderdeelBytes: number;
  readonly totaalBytes: number;
  /**
   * Uncompressed against compressed. Honest sheets of equal rows reach hundreds, so the ratio counts only
   * beyond `verhoudingVanaf` bytes; below that the size is harmless to a reader that streams.
   */
  readonly verhouding: number;
  readonly verhoudingVanaf: number;
}

export const standaardGrenzen: Grenzen = {
  rijen: 1_048_576,
  kolommen: 16_384,
  celtekens: 32_767,
  bladen: 1_000,
  rijBytes: MIB,
  tekstTabelBytes: 96 * MIB,
  stijlen: 65_536,
  herhaaldeCellen: 10_000_000,
  zip: {
    onderdelen: 5_000,
    onderdeelBytes: 4096 * MIB,
    totaalBytes: 8192 * MIB,
    verhouding: 250,
    verhoudingVanaf: 512 * MIB,
  },
};
