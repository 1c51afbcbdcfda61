/**
 * The same code without a character beyond ASCII: one dash in a comment of a package would have V8 take two bytes for
 * every character.
 */
export const inAscii = (code: string): string => code.replace(/\\[^]|[^\0-\x7f]/g, escaped);

/** What a backslash stands before is left alone: escaped once more, it would mean something else. */
const escaped = (found: string): string =>
  found.startsWith('\\') ? found : `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`;
