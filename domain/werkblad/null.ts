const NULL = /^(?:NULL|null|\(null\)|\[NULL\]|\\N|NaN|NaT|<NA>)$/;

/**
 * Whether a cell holds what databases and statistical programs write of an empty one. Only as they write it: people
 * are called Null, and `nan` is a language.
 */
export const isNull = ({ soort, tekst }: { readonly soort: string; readonly tekst: string }): boolean =>
  soort === 'tekst' && NULL.test(tekst.trim());
