/*
 * An empty cell says that a field is absent. The standard knows empty values besides, and returns them as they
 * came; so these are spelled out.
 */
export const LEGE_TEKST = '(lege tekst)';
/** In the first value column of a list's sheet, in the only row of that list. */
export const LEGE_LIJST = '(lege lijst)';
/** In the first column of the group. */
export const LEGE_GROEP = '(lege groep)';

const markeringen: readonly string[] = [LEGE_TEKST, LEGE_LIJST, LEGE_GROEP];

/** A text as a cell shows it. What looks like a mark gets a backslash in front, and so one more each time. */
export function alsCeltekst(tekst: string): string {
  if (tekst === '') return LEGE_TEKST;
  return markeringen.includes(tekst.replace(/^\\+/, '')) ? `\\${tekst}` : tekst;
}

/** The text that a cell stands for. */
export function uitCeltekst(celtekst: string): string {
  if (celtekst === LEGE_TEKST) return '';
  return celtekst.startsWith('\\') && markeringen.includes(celtekst.replace(/^\\+/, ''))
    ? celtekst.slice(1)
    : celtekst;
}
