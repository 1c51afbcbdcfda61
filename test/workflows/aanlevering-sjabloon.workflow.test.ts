import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { soorten } from '../../domain/soorten/soorten.ts';
import { startAanleverOpstelling, type AanleverOpstelling } from '../support/aanlever-opstelling.ts';
import { profiel } from '../support/profiel.ts';
import { recordsVan } from '../support/rijen.ts';
import { vulIn } from '../support/vul-sjabloon.ts';

const { werkzoekende } = soorten;
const soort = 'soort=werkzoekende';
const taal = { codeTaal: 'nld', codeNiveauTaalbeheersingLezen: 3 };
const records = ['a', 'b'].map((id) =>
  profiel(id, { arbeidsmarktkwalificatie: { taalbeheersing: [taal] }, sector: [{ codeSbi: 1 }] }),
);

let um: AanleverOpstelling;
beforeAll(async () => {
  um = await startAanleverOpstelling();
}, 60_000);
afterAll(() => um.stop());

async function fouten(id: string): Promise<Record<string, unknown>[]> {
  const { body } = await um.vraag('GET', `/v1/aanleveringen/${id}/fouten`);
  return body['fouten'] as Record<string, unknown>[];
}

test('a template that is filled in is published, record for record', async () => {
  const inhoud = await vulIn(werkzoekende, records, {});
  const uitkomst = await um.leverAan(soort, inhoud);
  expect(uitkomst).toMatchObject({ status: 'gepubliceerd', aantallen: { gelezen: 2, gepubliceerd: 2 } });
  const rows = await recordsVan(um.db, uitkomst.publicatieId);
  const gepubliceerd = rows.map(({ inhoud: tekst }) => JSON.parse(tekst) as object);
  expect(gepubliceerd).toEqual(expect.arrayContaining(records));
  expect(await um.gevonden()).toEqual(['a', 'b']);
});

test('a cell that is wrong is told once, with its cell, and its sheet when it is another', async () => {
  const cellen = { Werkzoekenden: { B4: 'Amsterdam' }, Taalbeheersing: { C5: 'vloeiend' } };
  const { id, status } = await um.leverAan(soort, await vulIn(werkzoekende, records, cellen));
  expect(status).toBe('afgekeurd');
  expect(await fouten(id)).toMatchObject([
    {
      regel: 4,
      recordId: 'a',
      plaats: { blad: 'Werkzoekenden', rij: 4, kolom: 'B' },
      melding: expect.stringMatching(/^Cel B4: .*1234AB/),
    },
    {
      regel: 5,
      recordId: 'b',
      pad: '/arbeidsmarktkwalificatie/taalbeheersing/0/codeNiveauTaalbeheersingLezen',
      plaats: { blad: 'Taalbeheersing', rij: 5, kolom: 'C' },
      melding: expect.stringMatching(/^Blad Taalbeheersing, cel C5: /),
    },
  ]);
});

test('an id that stands twice has the row of the second', async () => {
  const zonderDelen = Array.from({ length: 1_100 }, (_, nummer) => profiel(`p${nummer}`));
  // In the same batch as the first, and in a later one: the two are found in different places.
  const cellen = { Werkzoekenden: { A5: 'p0', A1100: 'p0' } };
  const { id } = await um.leverAan(soort, await vulIn(werkzoekende, zonderDelen, cellen));
  const gevonden = await fouten(id);
  expect(gevonden).toMatchObject([
    { regel: 5, code: 'dubbel-id', plaats: { blad: 'Werkzoekenden', rij: 5 } },
    {
      regel: 1_100,
      code: 'dubbel-id',
      plaats: { blad: 'Werkzoekenden', rij: 1_100 },
      melding: expect.stringMatching(/^Rij 1100: .* regel 4/),
    },
  ]);
  const { body } = await um.vraag('GET', `/v1/aanleveringen/${id}/fouten?limiet=1`);
  expect(body).toMatchObject({
    totaal: 2,
    allesBewaard: true,
    aantallen: [{ code: 'dubbel-id', aantal: 2 }],
  });
  expect(body['fouten']).toEqual(gevonden.slice(0, 1));
});

test('a template in which only the example stands is empty', async () => {
  const uitkomst = await um.leverAan(soort, await vulIn(werkzoekende, [], {}));
  expect(uitkomst).toMatchObject({ status: 'afgekeurd', reden: { code: 'bestand-leeg' } });
});
