import type { GekozenMapping } from '../../../domain/mapping/gebruik-mapping.ts';
import { zoekHalfBlad } from '../../../domain/mapping/half-blad.ts';
import type { Bladbegin } from '../../../domain/mapping/herken-koprij.ts';
import { veiligeKop } from '../../../domain/mapping/veilige-kop.ts';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import { toonbareBladnaam } from '../../../domain/werkblad/toonbare-bladnaam.ts';

const MEEST = 5;

/** Refuses a file of which the mapping reads one sheet, and would silently leave out another with records. */
export function weigerHalfBlad(gekozen: GekozenMapping, bladen: readonly Bladbegin[]): void {
  const half = zoekHalfBlad(bladen, gekozen);
  if (half === undefined) return;
  const namen = half.ontbreekt.slice(0, MEEST).map((kolom) => `“${veiligeKop(kolom) ?? 'zonder naam'}”`);
  const meer = half.ontbreekt.length > MEEST ? ` en nog ${half.ontbreekt.length - MEEST}` : '';
  const een = half.ontbreekt.length === 1;
  throw new OnleesbaarBestand(
    'mapping-nodig',
    `Op blad “${toonbareBladnaam(half.bladnaam)}” ${een ? 'ontbreekt de kolom' : 'ontbreken de kolommen'} ${namen.join(', ')}${meer}, die de mapping leest; de records op dat blad zouden niet worden gelezen. Verbeter de kolomnamen van het blad, of haal het uit het bestand als het geen records heeft, en lever het bestand opnieuw aan.`,
  );
}
