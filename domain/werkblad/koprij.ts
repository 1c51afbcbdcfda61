/** Further down than this nobody puts a heading. */
export const HOOGSTE_KOPRIJ = 10;

/** A longer text is no heading. */
export const LANGSTE_KOP = 200;
