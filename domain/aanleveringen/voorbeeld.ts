import type { Goedkeuring } from './wensen.ts';

/** What publication would change in what VUM finds; counts are of records. */
export interface Voorbeeld {
  readonly nieuw: number;
  readonly gewijzigd: number;
  readonly ongewijzigd: number;
  readonly verwijderd: number;
  /** With faults: not published. */
  readonly geweigerd: number;
  /** Requests to delete what VUM does not find. */
  readonly nietGevonden: number;
  /** A sentence for whoever decides; absent when nothing stands out. */
  readonly waarschuwing?: string;
}

/** Whether a person decides on an upload: always, never, or only when its preview warns. */
export const vraagtBesluit = (goedkeuring: Goedkeuring, voorbeeld: Voorbeeld | undefined): boolean =>
  goedkeuring === 'handmatig' ||
  (goedkeuring === 'bij-waarschuwing' && voorbeeld?.waarschuwing !== undefined);

/**
 * The warning against half a file: more than `grens` percent of what VUM finds now (`huidig`) would disappear.
 * Undefined when it is not more.
 */
export function waarschuwVoorVerdwijnen(
  verwijderd: number,
  huidig: number,
  grens: number,
): string | undefined {
  if (verwijderd * 100 <= huidig * grens) return undefined;
  // Rounded down: 100% is everything.
  const procent = Math.floor((verwijderd * 100) / huidig);
  return `Van de ${huidig} records die VUM nu vindt, verdwijnen er ${verwijderd} (${procent}%). Controleer of het bestand volledig is.`;
}
