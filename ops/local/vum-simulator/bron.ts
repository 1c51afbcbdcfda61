import type { RecordInhoud, Soort } from '../../../domain/soorten/soort.ts';
import type { Bericht } from './bericht.ts';

/** A record that a bron found, in the form of a match, with the id that it has there. */
export interface BronMatch {
  readonly id: string;
  /** The match without its id. */
  readonly inhoud: RecordInhoud;
}

interface BronResultaat {
  readonly maximumAantalResultatenBereikt: boolean;
  readonly matches: readonly BronMatch[];
}

/** A party that VUM asks. Whatever it throws means that it did not answer, `ContractFout` aside. */
export interface Bron {
  /** Tells it from the others: for a gemeente its OIN. */
  readonly naam: string;
  zoek(
    soort: Soort,
    vraagObject: Record<string, unknown>,
    bericht: Bericht,
    signal: AbortSignal,
  ): Promise<BronResultaat>;
  detail(soort: Soort, id: string, bericht: Bericht, signal: AbortSignal): Promise<RecordInhoud>;
}

/** A match without the id of its bron, which VUM keeps to itself. */
export function alsBronMatch(soort: Soort, match: RecordInhoud): BronMatch {
  const { [soort.idVeld]: id, ...inhoud } = match;
  return { id: String(id), inhoud };
}
