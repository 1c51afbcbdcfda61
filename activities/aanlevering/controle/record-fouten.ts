import { valideer } from '../../../domain/validatie/valideer.ts';
import type { Fout } from '../../../domain/validatie/fout.ts';
import type { GelezenRecord } from '../lezer.ts';
import { mutatieVeld, verwijderenInVolledig } from '../mutatie.ts';
import type { Aanlevering } from './aanlevering.ts';

export const teGroot: Fout = {
  pad: '',
  code: 'te-groot',
  melding: 'Dit record is groter dan 1 MB. Kort de teksten in, of verwijder wat er niet bij hoort.',
  ernst: 'fout',
};

/** All that is wrong with a record. What could not be read is told once: that its text is no value is no news. */
export function alleFouten(
  { soort, lijstControle }: Aanlevering,
  { record, fouten, metPlaats }: GelezenRecord,
): readonly Fout[] {
  if (record === undefined) return fouten;
  const alle = lijstControle
    ? [...valideer(soort, record), ...lijstControle(record)]
    : valideer(soort, record);
  if (alle.length === 0) return fouten;
  const verteld = new Set(fouten.map(({ pad }) => pad).filter((pad) => pad !== ''));
  const gevonden = alle.filter(({ pad }) => !verteld.has(pad));
  return [...fouten, ...(metPlaats === undefined ? gevonden : gevonden.map(metPlaats))];
}

/** Of a record that is to be deleted nothing counts but its id. */
export function verwijderFouten(aanlevering: Aanlevering, gelezen: GelezenRecord): readonly Fout[] {
  const { soort, modus } = aanlevering;
  const telt = [`/${soort.idVeld}`, `/${mutatieVeld}`];
  const fouten = alleFouten(aanlevering, gelezen).filter(({ pad }) => telt.includes(pad));
  return modus === 'mutaties' ? fouten : [...fouten, verwijderenInVolledig];
}
