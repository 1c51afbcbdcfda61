import type { Soort } from '../../../domain/soorten/soort.ts';
import type { Fout } from '../../../domain/validatie/fout.ts';

export const DUBBEL_ID = 'dubbel-id';

/** The fault of a record whose id stands on an earlier line of the same file. */
export const dubbelId = (soort: Soort, eersteRegel: number): Fout => ({
  pad: `/${soort.idVeld}`,
  code: DUBBEL_ID,
  melding: `Dit id staat ook op regel ${eersteRegel}. Geef elke ${soort.enkelvoud} een eigen id, of verwijder de dubbele.`,
  ernst: 'fout',
});
