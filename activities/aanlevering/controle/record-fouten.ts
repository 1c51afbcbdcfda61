import { jsonSchema } from '../../../domain/soorten/json-schema.ts';
import type { Soort } from '../../../domain/soorten/soort.ts';
import { plekLangs } from '../../../domain/validatie/plek.ts';
import { fout, HOOGSTE_AANTAL } from '../../../domain/validatie/schema-fouten.ts';
import { valideer } from '../../../domain/validatie/valideer.ts';
import type { Fout } from '../../../domain/validatie/fout.ts';
import { dubbeleNamen, heeftDubbeleNamen } from '../json/dubbele-namen.ts';
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

/**
 * The faults of names that stand twice in the JSON of a record, those that count of one that is to be deleted.
 * `inhoud`: what UM would write of the record, where it is valid.
 */
export function naamFouten(soort: Soort, gelezen: GelezenRecord, inhoud?: string): readonly Fout[] {
  const { json, record, verwijderen, metPlaats } = gelezen;
  // What is the same text has no name twice, as UM writes none.
  if (json === undefined || json === inhoud) return [];
  // What is not valid may be nested too deep to be counted.
  if (inhoud !== undefined && record !== undefined && !heeftDubbeleNamen(json, record)) return [];
  const schema = jsonSchema(soort.schema);
  return dubbeleNamen(json)
    .filter(([naam]) => !verwijderen || naam === soort.idVeld || naam === mutatieVeld)
    .take(HOOGSTE_AANTAL)
    .map((weg) => fout(plekLangs(schema, weg), DUBBEL_VELD, gezegde))
    .map((gevonden) => metPlaats?.(gevonden) ?? gevonden)
    .toArray();
}

const DUBBEL_VELD = 'dubbel-veld';
const gezegde = 'staat hier meer dan eens, en UM kan niet weten welke waarde geldt; laat er één staan';

/** A row that should take a record out, and does not say which. */
export const zonderId = (soort: Soort): Fout =>
  fout(
    plekLangs(jsonSchema(soort.schema), [soort.idVeld]),
    'verplicht',
    'ontbreekt; zonder id kan UM dit record zonder toestemming niet weghalen. Vul het id in, of verwijder de rij',
  );

/** Of a record that is to be deleted nothing counts but its id. */
export function verwijderFouten(aanlevering: Aanlevering, gelezen: GelezenRecord): readonly Fout[] {
  const { soort, modus } = aanlevering;
  const telt = [`/${soort.idVeld}`, `/${mutatieVeld}`];
  const fouten = alleFouten(aanlevering, gelezen).filter(({ pad }) => telt.includes(pad));
  return modus === 'mutaties' ? fouten : [...fouten, verwijderenInVolledig];
}
