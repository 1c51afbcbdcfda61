/**
 * A copy of its own. A string cut from a parsed piece keeps that whole piece in memory as long as it lives: a
 * hundred thousand ids that are remembered would hold the whole file. (V8 cuts strings of 13 characters and more.)
 */
export function los(tekst: string): string {
  return tekst.length < 13 ? tekst : ` ${tekst}`.slice(1);
}
