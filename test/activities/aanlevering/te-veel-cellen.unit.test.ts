import { describe, expect, test } from '@jest/globals';
import { maakPartijen } from '../../../activities/aanlevering/controle/maak-partijen.ts';
import { kiesLezer } from '../../../activities/aanlevering/kies-lezer.ts';
import { geenHulp, type MappingHulp } from '../../../activities/aanlevering/mapping/mapping-hulp.ts';
import { leesCsv } from '../../../activities/aanlevering/tabel/csv/lees-csv.ts';
import { schrijfCsv } from '../../../activities/foutenbestand/csv/schrijf-csv.ts';
import type { Mapping } from '../../../domain/mapping/mapping.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { Opvang, foutenOp } from '../foutenbestand/opvang.ts';
import { geheugenBestand } from '../../support/geheugen-bestand.ts';
import { leesAlles } from '../../support/lees-alles.ts';

const { werkzoekende: soort } = soorten;

async function lever(inhoud: string, hulp = geenHulp) {
  const bestand = geheugenBestand(inhoud);
  const { lees } = await kiesLezer(bestand, soort, hulp);
  const [partij] = await leesAlles(maakPartijen({ soort, modus: 'mutaties' }, lees(bestand), 100));
  return {
    goed: partij?.records.map(({ record_id }) => record_id),
    weg: partij?.verwijderingen.map(({ record_id }) => record_id),
    fouten: partij?.fouten.map(({ code, melding }) => `${code}: ${melding}`),
  };
}

const teVeel = (plek: string): unknown =>
  expect.stringMatching(
    new RegExp(`^te-veel-cellen: Cel ${plek}: Deze rij heeft meer cellen .*aanhalingstekens`),
  );

const eigen = 'ID;Presentatie;Postcode;Toestemming';
const sjabloon = 'idWerkzoekende;persoonlijkePresentatie;mobiliteit.bemiddelingspostcode;Toestemming';
const mapping: Mapping = {
  soort: 'werkzoekende',
  ...{ id: { kolom: 'ID' }, toestemming: { kolom: 'Toestemming' } },
  kolommen: [
    { kolom: 'Presentatie', veld: 'persoonlijkePresentatie' },
    { kolom: 'Postcode', veld: 'mobiliteit.bemiddelingspostcode' },
  ],
};
const opgeslagen: MappingHulp = { ...geenHulp, opgeslagen: [{ naam: 'lijst', mapping }] };

describe.each([
  ['of own columns', eigen],
  ['of the template', sjabloon],
])('in a CSV file %s', (_, koppen) => {
  const rijen = [
    'a;Een tekst;1012AB;Ja',
    'b;Een tekst; en meer;1012AB;Ja',
    'c;"Een; tekst";1012AB;Ja;;',
    'd;x;1012AB;Nee',
  ];

  test('a row with more cells than headings is a fault and nothing else, for its cells may have moved', async () => {
    expect(await lever([koppen, ...rijen].join('\n'))).toEqual({
      ...{ goed: ['a', 'c'], weg: ['d'] },
      fouten: [teVeel('E3')],
    });
  });

  test('it stays one in the file that is given back, when that is delivered as it is', async () => {
    const opvang = new Opvang();
    await schrijfCsv(geheugenBestand([koppen, ...rijen].join('\n')), leesCsv, foutenOp('', []), opvang);
    const terug = opvang.inhoud.toString();
    expect(terug).toContain(';;Fouten');
    expect(await lever(terug, opgeslagen)).toMatchObject({ goed: ['a', 'c'], fouten: [teVeel('E3')] });
  });
});

describe('a column without a heading, which most rows have, is no such thing', () => {
  const rijen = ['a;x;1012AB;Ja;1', 'b;x;1012AB;Ja;2', 'c;x;1012AB;Ja'];

  test('with a mapping that reads the others', async () => {
    expect(await lever([eigen, ...rijen].join('\n'), opgeslagen)).toMatchObject({ goed: ['a', 'b', 'c'] });
  });

  test('in a template', async () => {
    expect(await lever([sjabloon, ...rijen].join('\n'))).toMatchObject({ goed: ['a', 'b', 'c'] });
  });

  test('where nobody said what it is', async () => {
    await expect(lever([eigen, ...rijen].join('\n'))).rejects.toMatchObject({ code: 'mapping-nodig' });
  });
});
