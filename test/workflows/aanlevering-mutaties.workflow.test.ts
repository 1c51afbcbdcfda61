import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startAanleverOpstelling, type AanleverOpstelling } from '../support/aanlever-opstelling.ts';
import { alsNdjson, profiel } from '../support/profiel.ts';
import { actieveRecords, recordsVan } from '../support/rijen.ts';

const volledig = 'soort=werkzoekende';
const mutaties = `${volledig}&modus=mutaties`;
const weg = (id: string) => ({ idWerkzoekende: id, mutatie: 'verwijderen' });
const reistijd = (minuten: number) => ({
  mobiliteit: { bemiddelingspostcode: '1012AB', maximaleReistijd: minuten },
});

let um: AanleverOpstelling;
beforeAll(async () => {
  um = await startAanleverOpstelling();
}, 60_000);
afterAll(() => um.stop());
beforeEach(async () => {
  await um.leverAan(volledig, alsNdjson(['a', 'b', 'c', 'd'].map((id) => profiel(id))));
});

const toon = async (id: string) => (await um.vraag('GET', `/v1/aanleveringen/${id}`)).body;

async function inhoudVan(id: string): Promise<unknown> {
  const rij = await actieveRecords(um.db)
    .where({ 'actief.soort': 'werkzoekende', 'record.record_id': id })
    .first<{ inhoud: string }>('record.inhoud');
  return JSON.parse(rij.inhoud);
}

test('changes add, replace and delete by id, and leave the rest as it was', async () => {
  const { id } = await um.leverAan(mutaties, alsNdjson([profiel('e'), profiel('b', reistijd(30)), weg('c')]));
  expect(await toon(id)).toMatchObject({
    status: 'gepubliceerd',
    modus: 'mutaties',
    aantallen: { gelezen: 3, geldig: 3, foutief: 0, gepubliceerd: 4 },
    voorbeeld: { nieuw: 1, gewijzigd: 1, ongewijzigd: 2, verwijderd: 1, geweigerd: 0, nietGevonden: 0 },
  });
  expect(await um.gevonden()).toEqual(['a', 'b', 'd', 'e']);
  expect(await inhoudVan('b')).toEqual(profiel('b', reistijd(30)));
  expect(await inhoudVan('a')).toEqual(profiel('a'));
});

test('the publicatie is complete by itself: the one before may be deleted', async () => {
  const { publicatieId } = await um.leverAan(mutaties, alsNdjson([profiel('e')]));
  const publicatie = await um.vraag('GET', `/v1/publicaties/${publicatieId ?? ''}`);
  expect(publicatie.body).toMatchObject({ status: 'actief', aantal: 5 });
  expect(await recordsVan(um.db, publicatieId)).toHaveLength(5);
});

test('a second set of changes builds on the first', async () => {
  await um.leverAan(mutaties, alsNdjson([profiel('e'), weg('a')]));
  await um.leverAan(mutaties, alsNdjson([profiel('f'), weg('e')]));
  expect(await um.gevonden()).toEqual(['b', 'c', 'd', 'f']);
});

test('deleting what is not there is a warning, with its line', async () => {
  const { id } = await um.leverAan(mutaties, alsNdjson([weg('a'), weg('onbekend')]));
  expect(await toon(id)).toMatchObject({
    status: 'gepubliceerd',
    aantallen: { foutief: 0, waarschuwingen: 1, bewaardeFouten: 1 },
    voorbeeld: { verwijderd: 1, nietGevonden: 1 },
  });
  const { body } = await um.vraag('GET', `/v1/aanleveringen/${id}/fouten`);
  expect(body).toMatchObject({
    aantallen: [{ code: 'verwijdering-onbekend', ernst: 'waarschuwing', aantal: 1 }],
    fouten: [{ regel: 2, recordId: 'onbekend', ernst: 'waarschuwing' }],
  });
  expect(await um.gevonden()).toEqual(['b', 'c', 'd']);
});

test('everything may be deleted: VUM then finds nothing, and the trail holds the warning', async () => {
  const { id } = await um.leverAan(mutaties, alsNdjson(['a', 'b', 'c', 'd'].map(weg)));
  expect(await toon(id)).toMatchObject({
    status: 'gepubliceerd',
    aantallen: { gepubliceerd: 0 },
    voorbeeld: { verwijderd: 4, ongewijzigd: 0, waarschuwing: expect.stringContaining('(100%)') },
  });
  expect(await um.gevonden()).toEqual([]);
  const spoor = await um.db('gebeurtenissen').where({ object_id: id, actie: 'aanlevering-gepubliceerd' });
  expect(spoor[0]?.reden).toContain('verdwijnen er 4');
});

test('changes without a publicatie are the first publicatie', async () => {
  const inhoud = alsNdjson([{ idVacature: 'v1' }, { idVacature: 'v2', mutatie: 'verwijderen' }]);
  await um.leverAan('soort=vacature&modus=mutaties', inhoud);
  expect(await um.gevonden('vacature')).toEqual(['v1']);
});

test('a table says it in a column `mutatie`', async () => {
  const csv = 'idWerkzoekende;mobiliteit.bemiddelingspostcode;mutatie\na;;Verwijderen\ne;1012AB;\n';
  const { id, status } = await um.leverAan(mutaties, csv);
  expect([status, (await um.vraag('GET', `/v1/aanleveringen/${id}/fouten`)).body['fouten']]).toEqual([
    'gepubliceerd',
    [],
  ]);
  expect(await um.gevonden()).toEqual(['b', 'c', 'd', 'e']);
});

describe('refused is', () => {
  const fouten = async (id: string) =>
    (await um.vraag('GET', `/v1/aanleveringen/${id}/fouten`)).body['fouten'];

  test('a deletion in a full set, with what to do', async () => {
    const { id, status } = await um.leverAan(volledig, alsNdjson([profiel('a'), weg('b')]));
    expect(status).toBe('afgekeurd');
    expect(await fouten(id)).toMatchObject([
      { regel: 2, code: 'verwijderen-in-volledig', melding: expect.stringContaining('modus=mutaties') },
    ]);
    expect(await um.gevonden()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('another word than verwijderen', async () => {
    const { id } = await um.leverAan(mutaties, alsNdjson([{ ...profiel('a'), mutatie: 'weg' }]));
    expect(await fouten(id)).toMatchObject([{ code: 'mutatie-onbekend' }]);
  });

  test('a deletion without an id, or with a BSN as id', async () => {
    const { id } = await um.leverAan(mutaties, alsNdjson([{ mutatie: 'verwijderen' }, weg('111222333')]));
    expect(await fouten(id)).toMatchObject([{ code: 'verplicht' }, { code: 'bsn-als-id' }]);
  });

  test.each([
    ['near', 0],
    ['far', 1_200],
  ])('an id that stands twice, %s from each other, whatever is to be done', async (_, ertussen) => {
    const vulling = Array.from({ length: ertussen }, (__, i) => profiel(`x-${i}`));
    const { id, aantallen } = await um.leverAan(
      mutaties,
      alsNdjson([profiel('a'), weg('b'), ...vulling, weg('a'), profiel('b')]),
    );
    expect(await fouten(id)).toMatchObject([
      { regel: ertussen + 3, code: 'dubbel-id', melding: expect.stringContaining('regel 1') },
      { regel: ertussen + 4, code: 'dubbel-id', melding: expect.stringContaining('regel 2') },
    ]);
    expect(aantallen).toMatchObject({ geldig: ertussen + 2, foutief: 2 });
  });
});

describe('the preview of a full set', () => {
  test('tells new, changed, unchanged, removed and refused apart, whatever the order of the fields', async () => {
    const omgekeerd = Object.fromEntries(Object.entries(profiel('a')).reverse());
    const inhoud = alsNdjson([omgekeerd, profiel('b', reistijd(45)), profiel('c'), profiel('e'), {}]);
    const { id } = await um.leverAan(`${volledig}&fouten=sla-over`, inhoud);
    expect(await toon(id)).toMatchObject({
      voorbeeld: { nieuw: 1, gewijzigd: 1, ongewijzigd: 2, verwijderd: 1, geweigerd: 1 },
    });
  });

  test('calls a value of the same length another value', async () => {
    const { id } = await um.leverAan(
      volledig,
      alsNdjson(['a', 'b', 'c'].map((p) => profiel(p, reistijd(30)))),
    );
    const { id: tweede } = await um.leverAan(
      volledig,
      alsNdjson([profiel('a', reistijd(31)), profiel('b', reistijd(30)), profiel('c', reistijd(30))]),
    );
    expect(await toon(id)).toMatchObject({ voorbeeld: { gewijzigd: 3, verwijderd: 1 } });
    expect(await toon(tweede)).toMatchObject({ voorbeeld: { gewijzigd: 1, ongewijzigd: 2, verwijderd: 0 } });
  });

  test('warns when more than the configured share would disappear', async () => {
    const { id } = await um.leverAan(volledig, alsNdjson([profiel('a'), profiel('b'), profiel('c')]));
    expect(await toon(id)).not.toHaveProperty('voorbeeld.waarschuwing');
    const half = await um.leverAan(volledig, alsNdjson([profiel('a')]));
    expect(await toon(half.id)).toMatchObject({
      status: 'gepubliceerd',
      voorbeeld: { verwijderd: 2, waarschuwing: expect.stringContaining('Van de 3 records') },
    });
  });
});
