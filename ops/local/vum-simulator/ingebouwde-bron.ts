import { leesSelectie } from '../../../domain/selectie/lees-selectie.ts';
import type { Postcodes } from '../../../domain/selectie/afstand.ts';
import { haalOp } from '../../../domain/selectie/pad.ts';
import { kilometers, voldoet } from '../../../domain/selectie/voldoet.ts';
import type { SoortNaam } from '../../../domain/soorten/soort-naam.ts';
import type { RecordInhoud, Soort } from '../../../domain/soorten/soort.ts';
import { alsBronMatch, type Bron } from './bron.ts';
import { ContractFout } from './contract-fout.ts';

/** A bron gives at most this many matches to one search. */
const maxMatches = 100;

/** A bron inside the simulator, over records in memory: the reference evaluation, one record after another. */
export function createIngebouwdeBron(
  naam: string,
  records: Readonly<Record<SoortNaam, readonly RecordInhoud[]>>,
  postcodes: Postcodes,
): Bron {
  return {
    naam,

    zoek(soort, vraagObject) {
      const { selectie } = leesSelectie(soort, vraagObject);
      if (selectie === undefined) throw new ContractFout('400.01', 'De bron kan deze vraag niet lezen.');
      const afstand = (record: RecordInhoud): number =>
        kilometers(selectie.gebied.postcode, haalOp(record, soort.postcodeVeld), postcodes) ?? Infinity;
      const gevonden = records[soort.naam]
        .filter((record) => voldoet(selectie, record, soort.postcodeVeld, postcodes))
        .map((record) => ({ record, km: afstand(record), id: idVan(soort, record) }))
        .sort((a, b) => a.km - b.km || (a.id < b.id ? -1 : 1));
      return Promise.resolve({
        maximumAantalResultatenBereikt: gevonden.length > maxMatches,
        matches: gevonden
          .slice(0, maxMatches)
          .map(({ record }) => alsBronMatch(soort, soort.alsMatch(record))),
      });
    },

    detail(soort, id) {
      const record = records[soort.naam].find((kandidaat) => idVan(soort, kandidaat) === id);
      if (record === undefined) throw new ContractFout('400.01', 'De bron kent dit profiel niet.');
      return Promise.resolve(record);
    },
  };
}

const idVan = (soort: Soort, record: RecordInhoud): string => String(record[soort.idVeld]);
