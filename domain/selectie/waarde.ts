/**
 * Which values the contract allows in a comparison. The type decides how a comparison behaves too: as in
 * MongoDB, a number never equals or exceeds a string.
 */
export interface Waardebereik {
  readonly type: 'number' | 'string';
  readonly geldig: (waarde: unknown) => boolean;
  /** What is allowed, in Dutch, to finish the sentence "verwacht wordt …". */
  readonly omschrijving: string;
}

/** One of the codes that the contract lists. */
export function keuze(
  ...waarden: readonly [string, ...string[]] | readonly [number, ...number[]]
): Waardebereik {
  const toegestaan = new Set<unknown>(waarden);
  return {
    type: typeof waarden[0] === 'number' ? 'number' : 'string',
    geldig: (waarde) => toegestaan.has(waarde),
    omschrijving: waarden.length === 1 ? JSON.stringify(waarden[0]) : `een van ${waarden.join(', ')}`,
  };
}

/** A whole number between two bounds, both included. */
export function geheel(minimum: number, maximum: number): Waardebereik {
  return {
    type: 'number',
    geldig: (waarde) => Number.isInteger(waarde) && Number(waarde) >= minimum && Number(waarde) <= maximum,
    omschrijving: `een geheel getal van ${minimum} tot en met ${maximum}`,
  };
}

/** A text of a certain form. */
export function patroon(vorm: RegExp, omschrijving: string): Waardebereik {
  return {
    type: 'string',
    geldig: (waarde) => typeof waarde === 'string' && vorm.test(waarde),
    omschrijving,
  };
}

/** A calendar day, `JJJJ-MM-DD`; as text these sort by time, which is how the standard compares them. */
export const datum: Waardebereik = {
  type: 'string',
  geldig: (waarde) => typeof waarde === 'string' && isKalenderdag(waarde),
  omschrijving: 'een bestaande datum als JJJJ-MM-DD',
};

function isKalenderdag(tekst: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(tekst)) return false;
  const dag = new Date(`${tekst}T00:00:00Z`);
  return !Number.isNaN(dag.getTime()) && dag.toISOString().startsWith(tekst);
}
