/** An uploaded file as it lies in storage: read in pieces, from any place, never as a whole in memory. */
export interface Bestand {
  /** Size in bytes. */
  readonly grootte: number;
  /** `lengte` bytes from byte `van`, fewer only at the end of the file. */
  lees(van: number, lengte: number): Promise<Uint8Array>;
  /** The file from byte `vanaf` (default 0) to its end, in pieces of at most 1 MiB. */
  stroom(vanaf?: number): AsyncIterable<Uint8Array>;
}
