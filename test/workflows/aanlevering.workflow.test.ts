import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startAanleverOpstelling, type AanleverOpstelling } from '../support/aanlever-opstelling.ts';
import { gemeenteA, gemeenteB } from '../support/identity.ts';
import { alsNdjson, profiel } from '../support/profiel.ts';

let um: AanleverOpstelling;
beforeAll(async () => {
  um = await startAanleverOpstelling();
}, 60_000);
afterAll(() => um.stop());
beforeEach(async () => {
  await um.leverAan('soort=werkzoekende', alsNdjson([profiel('oud-1'), profiel('oud-2')]));
});

const soort = 'soort=werkzoekende';

describe('a good file', () => {
  test.each([
    ['a JSON array', JSON.stringify([profiel('a'), profiel('b')], null, 2)],
    ['NDJSON', alsNdjson([profiel('a'), profiel('b')])],
  ])('%s is published and replaces the old set', async (_, inhoud) => {
    const uitkomst = await um.leverAan(soort, inhoud);
    expect(uitkomst).toMatchObject({
      status: 'gepubliceerd',
      aantallen: { gelezen: 2, geldig: 2, foutief: 0, gepubliceerd: 2 },
    });
    expect(await um.gevonden()).toEqual(['a', 'b']);
  });

  test('of one gemeente and soort leaves every other set alone', async () => {
    await um.leverAan(soort, alsNdjson([profiel('van-b')]), { oin: gemeenteB });
    await um.leverAan('soort=vacature', alsNdjson([{ idVacature: 'v1' }]));
    await um.leverAan(soort, alsNdjson([profiel('nieuw')]));
    expect(await um.gevonden()).toEqual(['nieuw']);
    expect(await um.gevonden('werkzoekende', gemeenteB)).toEqual(['van-b']);
  });
});

test('the file itself is forgotten', async () => {
  const { id } = await um.leverAan(soort, alsNdjson([profiel('a')]));
  await um.temporal.workflow.getHandle(`aanlevering/${id}`).result();
  expect(await um.db('aanlevering_delen').where({ aanlevering_id: id })).toEqual([]);
  expect(await um.gevonden('werkzoekende', gemeenteA)).toEqual(['a']);
});
