/** Characters that XML does not hold as they are, and what looks like the way in which a workbook writes them. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const TE_ONTSNAPPEN = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9a-fA-F]{4}_)/g;

/**
 * A text as a workbook holds it (ECMA-376, ST_Xstring): a carriage return as `_x000D_`. ExcelJS leaves that to us.
 * It always writes a text as a text, never as a formula, so a leading `=`, `+`, `-` or `@` calculates nothing.
 */
export const celtekst = (tekst: string): string =>
  tekst.replace(
    TE_ONTSNAPPEN,
    (teken) => `_x${teken.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
