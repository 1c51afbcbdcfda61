/**
 * Soft hyphens, joiners, marks of direction and the like, which come along with what is copied out of a web page or a
 * mail. Nobody sees them: an id with one equals no other, and a date is none.
 */
const ONZICHTBAAR = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** The cell without them; for what is no free text, in which they may be part of how a word is written. */
export function zonderOnzichtbaar<C extends { readonly soort: string; readonly tekst: string }>(cel: C): C {
  if (cel.soort !== 'tekst') return cel;
  const tekst = cel.tekst.replace(ONZICHTBAAR, '');
  return tekst === cel.tekst ? cel : { ...cel, tekst };
}
