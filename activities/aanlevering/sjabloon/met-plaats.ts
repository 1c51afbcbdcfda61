import type { Fout } from '../../../domain/validatie/fout.ts';
import type { Plaats } from '../../../domain/werkblad/herkomst.ts';
import { toonbareBladnaam } from '../../../domain/werkblad/toonbare-bladnaam.ts';
import { celAdres } from '../../../domain/werkblad/cel-adres.ts';

/** The fault with its place: beside it, and as cell or row before its sentence; the sheet too, unless it is the main sheet. */
export function metPlaats(fout: Fout, plaats: Plaats | undefined, hoofdblad?: string): Fout {
  if (plaats === undefined) return fout;
  const { blad, rij, kolom } = plaats;
  const plek = kolom === undefined ? `rij ${rij}` : `cel ${celAdres(rij, kolom)}`;
  const waar =
    blad === hoofdblad
      ? `${plek.charAt(0).toUpperCase()}${plek.slice(1)}`
      : `Blad ${toonbareBladnaam(blad)}, ${plek}`;
  return { ...fout, melding: `${waar}: ${fout.melding}`, plaats };
}
