/** The upload whose file is to be given back. */
export interface Opdracht {
  readonly databaseUrl: string;
  readonly aanleveringId: string;
  /** As it was recognised when the file was read: `xlsx`, `ods`, `csv`, `json` or `ndjson`. */
  readonly formaat: string;
  /** Size of the file in bytes. */
  readonly grootte: number;
  /** How many faults it has of which some were not kept; zero when all were. */
  readonly nietBewaard: number;
  /** ISO 8601. */
  readonly nu: string;
}

/** What the thread says; it is answered by one message for each piece that has been taken. */
export type DraadBericht =
  { readonly soort: 'stuk'; readonly stuk: Uint8Array<ArrayBuffer> } | { readonly soort: 'klaar' };
