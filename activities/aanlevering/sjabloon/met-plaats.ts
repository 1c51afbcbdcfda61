import { verbergBsn } from '../../../domain/validatie/bsn.ts';
import type { Fout } from '../../../domain/validatie/fout.ts';
import type { Plaats } from '../../../domain/werkblad/herkomst.ts';
import { celAdres } from '../tabel/adres.ts';

/** The fault with its cell, or its row, before the sentence; the sheet too, unless it is the main sheet. */
export function metPlaats(fout: Fout, plaats: Plaats | undefined, hoofdblad?: string): Fout {
  if (plaats === undefined) return fout;
  const { blad, rij, kolom } = plaats;
  const plek = kolom === undefined ? `rij ${rij}` : `cel ${celAdres(rij, kolom)}`;
  const waar =
    blad === hoofdblad
      ? `${plek.charAt(0).toUpperCase()}${plek.slice(1)}`
      : `Blad ${verbergBsn(blad)}, ${plek}`;
  return { ...fout, melding: `${waar}: ${fout.melding}` };
}
