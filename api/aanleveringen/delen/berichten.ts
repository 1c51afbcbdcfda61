/** A piece to store; its memory goes with it, and comes back with the outcome. */
export interface DeelOpdracht {
  /** Tells the outcomes apart. */
  readonly nummer: number;
  readonly aanleveringId: string;
  readonly volgnummer: number;
  readonly deel: ArrayBuffer;
}

export interface DeelUitslag {
  readonly nummer: number;
  readonly deel: ArrayBuffer;
  /** What of an error survives the way between threads, and is told apart by. */
  readonly fout: { readonly name: string; readonly message: string; readonly code: unknown } | undefined;
}
