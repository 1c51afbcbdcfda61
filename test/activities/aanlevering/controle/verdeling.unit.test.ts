import { describe, expect, test } from '@jest/globals';
import { kiesLezer } from '../../../../activities/aanlevering/kies-lezer.ts';
import { Verdeling } from '../../../../activities/aanlevering/controle/verdeling.ts';
import { soorten } from '../../../../domain/soorten/soorten.ts';
import { bestandInGeheugen } from '../../../support/bestand-in-geheugen.ts';
import { leesAlles } from '../../../support/lees-alles.ts';
import { profiel } from '../../../support/profiel.ts';

const nummers = (verdeling: Verdeling, omvangen: readonly number[]) =>
  omvangen.map((omvang) => verdeling.neem(omvang));

describe('a batch', () => {
  test('holds a thousand records and no more', () => {
    const partijen = nummers(
      new Verdeling(),
      Array.from({ length: 2_001 }, () => 1),
    );
    expect([partijen[999], partijen[1_000], partijen[1_999], partijen[2_000]]).toEqual([0, 1, 1, 2]);
  });

  test('ends with the record that fills it to two megabytes', () => {
    const mb = 1024 * 1024;
    expect(nummers(new Verdeling(), [mb, mb - 1, 1, 1])).toEqual([0, 0, 0, 1]);
    expect(nummers(new Verdeling(), [5 * mb, 1])).toEqual([0, 1]);
  });

  test('holds no rows of two sheets, for a fault names the sheet of its batch', () => {
    const verdeling = new Verdeling();
    expect(['Noord', 'Noord', 'Zuid', undefined].map((blad) => verdeling.neem(1, blad))).toEqual([
      0, 0, 1, 2,
    ]);
  });
});

describe('threads that share a file', () => {
  const records = Array.from({ length: 2_500 }, (_, nummer) => profiel(`p${nummer}`));
  const regels = records.map((record) => JSON.stringify(record));
  const kop = 'idWerkzoekende;mobiliteit.bemiddelingspostcode';
  const bestanden = {
    json: `[${regels.join(',\n')}]`,
    ndjson: regels.join('\n\n'),
    csv: [kop, ...records.map((_, nummer) => `p${nummer};1012AB`)].join('\n'),
  };

  test.each(Object.entries(bestanden))(
    'take every record of %s once, batch by batch',
    async (_naam, tekst) => {
      const bestand = bestandInGeheugen(tekst, 10_000);
      const { lees } = await kiesLezer(bestand, soorten.werkzoekende);
      const alleen = await leesAlles(lees(bestand));
      const samen = await Promise.all(
        [0, 1].map((wie) => leesAlles(lees(bestand, undefined, new Verdeling({ wie, van: 2 })))),
      );
      const plaats = ({ regel, partij, volgende, record }: (typeof alleen)[number]) => ({
        ...{ regel, partij, volgende },
        id: record?.['idWerkzoekende'],
      });
      expect(samen.map((deel) => new Set(deel.map(({ partij }) => partij)))).toEqual([
        new Set([0, 2]),
        new Set([1]),
      ]);
      expect(
        samen
          .flat()
          .map(plaats)
          .sort((a, b) => a.regel - b.regel),
      ).toEqual(alleen.map(plaats));
      expect(alleen).toHaveLength(records.length);
    },
  );
});
