import type { Fout } from '../../domain/validatie/fout.ts';

/** Beside the fields of a record, in JSON and as a column of a table: what is to be done with it. */
export const mutatieVeld = 'mutatie';

const verwijderen = 'verwijderen';

/**
 * What a record says under `mutatie`: `verwijderen`, in any case, or nothing. Readers take it out of the record
 * and hand out what this returns beside it.
 */
export function leesMutatie(waarde: unknown): {
  readonly verwijderen: boolean;
  readonly fouten: readonly Fout[];
} {
  if (waarde === undefined || waarde === null) return { verwijderen: false, fouten: [] };
  const tekst = typeof waarde === 'string' ? waarde.trim().toLowerCase() : undefined;
  if (tekst === '' || tekst === verwijderen) return { verwijderen: tekst === verwijderen, fouten: [] };
  return { verwijderen: false, fouten: [onbekend] };
}

const onbekend: Fout = {
  pad: `/${mutatieVeld}`,
  code: 'mutatie-onbekend',
  melding: `Mutatie moet ‘${verwijderen}’ zijn, of leeg om het record toe te voegen of te vervangen.`,
  ernst: 'fout',
};

/** The fault of a request to delete in a file that replaces the whole set. */
export const verwijderenInVolledig: Fout = {
  pad: `/${mutatieVeld}`,
  code: 'verwijderen-in-volledig',
  melding:
    'Een volledige aanlevering kan niet verwijderen: wat er niet in staat, verdwijnt vanzelf. Laat dit record weg, of lever aan met modus=mutaties.',
  ernst: 'fout',
};
