const NULL = /^(?:NULL|null|\(null\)|\[NULL\]|\\N|NaN|NaT|<NA>)$/;

/** With white space around it that a database pads a column with; in a longer text nobody needs to look. */
const LANGSTE = 32;

/**
 * Whether a cell holds what databases and statistical programs write of an empty one. Only as they write it: people
 * are called Null, and `nan` is a language.
 */
export const isNull = ({ soort, tekst }: { readonly soort: string; readonly tekst: string }): boolean =>
  soort === 'tekst' && tekst.length <= LANGSTE && NULL.test(tekst.trim());
