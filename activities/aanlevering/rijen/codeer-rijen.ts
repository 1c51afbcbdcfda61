import type { Cel } from '../../../domain/werkblad/lees-cel.ts';
import type { Rij } from '../../../domain/werkblad/rij.ts';

/** A text by itself, nothing for an empty cell; any other cell as its kind, its text and what it shows. */
type GecodeerdeCel = string | null | readonly [Cel['soort'], string, string?];

/**
 * Rows as one text: from thread to thread that is a copy of bytes, where objects would be taken apart and put together
 * one by one.
 */
export function codeerRijen(rijen: readonly Rij[]): string {
  return JSON.stringify(rijen.map(({ rij, cellen }) => [rij, Array.from(cellen, codeerCel)]));
}

/** What `codeerRijen` made of them. */
export function ontcijferRijen(tekst: string): Rij[] {
  const gecodeerd = JSON.parse(tekst) as (readonly [number, readonly GecodeerdeCel[]])[];
  return gecodeerd.map(([rij, cellen]) => ({ rij, cellen: cellen.map(ontcijferCel) }));
}

function codeerCel(cel: Cel | undefined): GecodeerdeCel {
  if (cel === undefined) return null;
  const { soort, tekst, weergave } = cel;
  if (weergave !== undefined) return [soort, tekst, weergave];
  return soort === 'tekst' ? tekst : [soort, tekst];
}

function ontcijferCel(cel: GecodeerdeCel): Cel | undefined {
  if (cel === null) return undefined;
  if (typeof cel === 'string') return { soort: 'tekst', tekst: cel };
  const [soort, tekst, weergave] = cel;
  return weergave === undefined ? { soort, tekst } : { soort, tekst, weergave };
}
