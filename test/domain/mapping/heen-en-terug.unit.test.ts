import { expect, test } from '@jest/globals';
import { kiesMapping } from '../../../domain/mapping/kies-mapping.ts';
import { maakVertaler } from '../../../domain/mapping/vertaler.ts';
import { soortNamen } from '../../../domain/soorten/soort-naam.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { alsRijen, platgeslagen, zonderLeeg } from '../../support/eigen-kolommen.ts';
import { officieleData, overgeslagen } from '../../support/officiele-data.ts';
import { Willekeur } from '../../support/willekeur.ts';

const data = officieleData();

(data ? test : test.skip).each(soortNamen)(
  data
    ? 'the official records of a %s, one row each under numbered columns in any order, come back as they were'
    : overgeslagen,
  (naam) => {
    const soort = soorten[naam];
    const records = data?.records[naam] ?? [];
    const rijen = records.map((record) => platgeslagen(record));
    const kolommen = new Willekeur(1).schud([...new Set(rijen.flatMap((rij) => [...rij.keys()]))]);
    const tabel = alsRijen([kolommen, ...rijen.map((rij) => kolommen.map((kolom) => rij.get(kolom) ?? ''))]);
    const gekozen = kiesMapping(soort, [{ nummer: 0, bladnaam: '', eerste: tabel.slice(0, 200) }], []);
    if (!('mapping' in gekozen)) throw new Error(JSON.stringify(gekozen.voorstel?.herkenning));
    const [koprij] = gekozen.koprijen;
    if (!koprij) throw new Error('No heading');
    const vertaal = maakVertaler(soort, gekozen.mapping, koprij, undefined);
    for (const [index, rij] of tabel.slice(1).entries()) {
      const vertaald = vertaal(rij)?.();
      if (vertaald?.zonderToestemming !== undefined || !vertaald) throw new Error('No record');
      expect(vertaald.fouten).toEqual([]);
      expect(vertaald.record).toEqual(zonderLeeg(records[index]));
    }
  },
);
