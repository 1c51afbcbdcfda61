import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  startAanleverOpstelling,
  type AanleverOpstelling,
  type Inhoud,
} from '../support/aanlever-opstelling.ts';
import { excel } from '../support/excel.ts';
import { alsNdjson, profiel } from '../support/profiel.ts';
import { recordsVan } from '../support/rijen.ts';
import { vulIn } from '../support/vul-sjabloon.ts';
import { soorten } from '../../domain/soorten/soorten.ts';

/** A number of nine digits that passes the 11-proef, and is nobody's. */
const bsn = '111222333';
const soort = 'soort=werkzoekende';

let um: AanleverOpstelling;
beforeAll(async () => {
  um = await startAanleverOpstelling();
}, 60_000);
afterAll(() => um.stop());
beforeEach(async () => {
  if ((await um.gevonden()).join() === 'oud-1,oud-2') return;
  await um.leverAan(soort, alsNdjson([profiel('oud-1'), profiel('oud-2')]));
});

async function fouten(id: string, filter = ''): Promise<Record<string, unknown>[]> {
  const { body } = await um.vraag('GET', `/v1/aanleveringen/${id}/fouten${filter}`);
  return body['fouten'] as Record<string, unknown>[];
}

test('one fault publishes nothing, and the old set stays', async () => {
  const uitkomst = await um.leverAan(soort, alsNdjson([profiel('goed'), { mobiliteit: {} }]));
  expect(uitkomst).toMatchObject({
    status: 'afgekeurd',
    aantallen: { gelezen: 2, geldig: 1, foutief: 1, gepubliceerd: 0 },
    reden: { code: 'bestand-met-fouten', melding: expect.stringContaining('sla-over') },
  });
  expect(await um.gevonden()).toEqual(['oud-1', 'oud-2']);
});

test('what was built of a refused file is deleted', async () => {
  const { id } = await um.leverAan(soort, alsNdjson([profiel('goed'), {}]));
  await um.temporal.workflow.getHandle(`aanlevering/${id}`).result();
  const publicatie = await um.db('publicaties').where({ aanlevering_id: id }).first();
  expect(publicatie).toMatchObject({ status: 'verworpen', gepubliceerd_op: null });
  expect(await recordsVan(um.db, publicatie?.id)).toEqual([]);
});

test('with fouten=sla-over the good records are published', async () => {
  const inhoud = alsNdjson([profiel('a'), {}, profiel('b')]);
  const uitkomst = await um.leverAan(`${soort}&fouten=sla-over`, inhoud);
  expect(uitkomst).toMatchObject({ status: 'gepubliceerd', aantallen: { geldig: 2, foutief: 1 } });
  expect(await um.gevonden()).toEqual(['a', 'b']);
});

test('with fouten=sla-over and no good record nothing is published', async () => {
  const uitkomst = await um.leverAan(`${soort}&fouten=sla-over`, alsNdjson([{}, {}]));
  expect(uitkomst).toMatchObject({ status: 'afgekeurd', reden: { code: 'geen-goede-records' } });
  expect(await um.gevonden()).toEqual(['oud-1', 'oud-2']);
});

test('every fault is kept with its line, path, code and a sentence', async () => {
  const inhoud = alsNdjson([profiel('a'), profiel('b', { mobiliteit: { bemiddelingspostcode: '12' } })]);
  const { id } = await um.leverAan(soort, inhoud);
  expect(await fouten(id)).toEqual([
    {
      volgnummer: expect.any(Number),
      regel: 2,
      recordId: 'b',
      pad: '/mobiliteit/bemiddelingspostcode',
      code: 'patroon',
      ernst: 'fout',
      melding: expect.stringContaining('1234AB'),
    },
  ]);
});

describe('a BSN', () => {
  test('as id is refused and shown nowhere', async () => {
    const { id, status } = await um.leverAan(soort, alsNdjson([profiel(bsn)]));
    const gevonden = await fouten(id);
    expect(status).toBe('afgekeurd');
    expect(gevonden).toMatchObject([{ regel: 1, code: 'bsn-als-id' }]);
    expect(JSON.stringify(gevonden)).not.toContain(bsn);
  });

  test('in a free text is refused and shown nowhere', async () => {
    const inhoud = alsNdjson([profiel('a', { persoonlijkePresentatie: `Mijn nummer is ${bsn}.` })]);
    const { id, status } = await um.leverAan(soort, inhoud);
    const gevonden = await fouten(id);
    expect(status).toBe('afgekeurd');
    expect(gevonden).toMatchObject([{ pad: '/persoonlijkePresentatie', code: 'bsn-in-tekst' }]);
    expect(JSON.stringify(gevonden)).not.toContain(bsn);
  });

  test('hidden behind a name that stands twice is not stored', async () => {
    const tekst = `{"idWerkzoekende":"tweemaal","persoonlijkePresentatie":"${bsn}","persoonlijkePresentatie":"ja","mobiliteit":{"bemiddelingspostcode":"1012AB"}}`;
    const { id, status } = await um.leverAan(soort, tekst);
    expect(status).toBe('afgekeurd');
    const gevonden = await fouten(id);
    expect(gevonden).toMatchObject([{ pad: '/persoonlijkePresentatie', code: 'dubbel-veld' }]);
    expect(JSON.stringify(gevonden)).not.toContain(bsn);
    expect(await um.db('publicatie_records').where({ record_id: 'tweemaal' })).toEqual([]);
  });
});

describe('an id that stands twice', () => {
  const dubbel = (regel: number) => ({
    regel,
    code: 'dubbel-id',
    melding: expect.stringContaining('regel 1'),
  });

  test('near each other is a fault that names the first line', async () => {
    const { id } = await um.leverAan(soort, alsNdjson([profiel('a'), profiel('b'), profiel('a')]));
    expect(await fouten(id)).toMatchObject([dubbel(3)]);
  });

  test('far from each other is the same fault', async () => {
    const veel = Array.from({ length: 1_200 }, (_, i) => profiel(`p-${i}`));
    const { id, aantallen } = await um.leverAan(soort, alsNdjson([...veel, profiel('p-0')]));
    expect(await fouten(id)).toMatchObject([dubbel(1_201)]);
    expect(aantallen).toMatchObject({ gelezen: 1_201, geldig: 1_200, foutief: 1 });
  });
});

describe('a file that cannot be read', () => {
  const latijn = new Uint8Array(Buffer.from(alsNdjson([profiel('a', { x: 'é' })]), 'latin1'));
  const utf16 = new Uint8Array(Buffer.from(`\ufeff${alsNdjson([profiel('a')])}`, 'utf16le'));
  const cases: [string, Inhoud | Promise<Inhoud>, string, RegExp][] = [
    ['is empty', '', 'bestand-leeg', /leeg/],
    ['holds only white space', ' \n\n ', 'bestand-leeg', /leeg/],
    ['is an empty array', '[]', 'bestand-leeg', /trek dan de publicatie in/],
    ['is the empty template', vulIn(soorten.werkzoekende, [], {}), 'bestand-leeg', /geen records/],
    ['is an empty workbook', excel([]), 'bestand-leeg', /geen records/],
    ['has a heading alone, in Excel', excel([['ID', 'Postcode']]), 'bestand-leeg', /geen records/],
    ['has a heading alone, in CSV', 'ID;Postcode;Uren\r\n;;\r\n', 'bestand-leeg', /geen records/],
    ['has a heading alone, of the template', 'idWerkzoekende', 'bestand-leeg', /geen records/],
    ['has a heading alone, partly known', 'ID;Postcode;Wat?', 'bestand-leeg', /onder de rij met kolomnamen/],
    ['has a heading alone, unknown', 'Nr;Wat?', 'bestand-leeg', /onder de rij met kolomnamen/],
    ['is Latin-1', latijn, 'bestand-codering', /Regel 1 .*UTF-8/],
    ['is UTF-16', utf16, 'bestand-codering', /UTF-8/],
    ['is cut off', '[{"idWerkzoekende":"a"', 'bestand-afgekapt', /regel 1/],
    ['is broken', '[\n{"idWerkzoekende":"a",}]', 'bestand-beschadigd', /regel 2/],
    ['is one object', '{\n  "werkzoekenden": []\n}', 'bestand-formaat', /lijst/],
    [
      'is something else',
      'Beste collega;hierbij de lijst\na;1012AB\n',
      'mapping-nodig',
      /“Beste collega”.*sjablonen\/werkzoekende\.xlsx/,
    ],
  ];
  test.each(cases)('says so when it %s, and the old set stays', async (_, inhoud, code, melding) => {
    const uitkomst = await um.leverAan(soort, await inhoud);
    expect(uitkomst).toMatchObject({ status: 'afgekeurd', reden: { code } });
    expect(uitkomst.reden?.melding).toMatch(melding);
    expect(await um.gevonden()).toEqual(['oud-1', 'oud-2']);
  });
});

test('the first 10,000 faults are kept, and it says so', async () => {
  const inhoud = alsNdjson(
    Array.from({ length: 10_050 }, () => ({ mobiliteit: { bemiddelingspostcode: '1012AB' } })),
  );
  const { id, aantallen } = await um.leverAan(soort, inhoud);
  expect(aantallen).toMatchObject({ foutief: 10_050, bewaardeFouten: 10_000 });
  const { body } = await um.vraag('GET', `/v1/aanleveringen/${id}/fouten?limiet=2&code=verplicht`);
  expect(body).toMatchObject({
    allesBewaard: false,
    totaal: 10_050,
    aantallen: [{ code: 'verplicht', ernst: 'fout', aantal: 10_050 }],
    toelichting: expect.stringContaining('De eerste 10.000 fouten zijn bewaard; in totaal zijn er 10.050.'),
    fouten: [{ regel: 1 }, { regel: 2 }],
  });
  const volgende = await um.vraag('GET', body['volgende'] as string);
  expect(volgende.body).toMatchObject({ fouten: [{ regel: 3 }, { regel: 4 }] });
});
