import { expect, test } from '@jest/globals';
import { kiesLezer } from '../../../activities/aanlevering/kies-lezer.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { geheugenBestand } from '../../support/geheugen-bestand.ts';

const formaat = async (inhoud: string | Uint8Array) =>
  (await kiesLezer(geheugenBestand(inhoud), soorten.werkzoekende)).formaat;

test('an object around the list is refused as such on one line too', async () => {
  await expect(formaat('{"werkzoekenden":[{"idWerkzoekende":"a"}]}')).rejects.toMatchObject({
    code: 'bestand-formaat',
    message: expect.stringContaining('één JSON-object'),
  });
});

test.each([
  '{"meta":{"lijst":[{"a":1}]},"werkzoekenden":[{"idWerkzoekende":"a"}]}',
  '{"status":"ok","antwoord":{"meta":{"aantal":1},"werkzoekenden":[{"idWerkzoekende":"a"}]}}',
  '{"datum":"2026-01-31 \\"[{","werkzoekenden" : [ {"idWerkzoekende":"a"}],"aantal":1}\n',
  '{\n  "aantal": 1,\n  "werkzoekenden": [\n    {"idWerkzoekende": "a"}\n  ]\n}',
  `{"werkzoekenden":[{"idWerkzoekende":"${'a'.repeat(100_000)}`,
])('an object around the list is told where its list is: %.60s', async (inhoud) => {
  await expect(formaat(inhoud)).rejects.toMatchObject({
    code: 'bestand-formaat',
    message: expect.stringMatching(/één JSON-object, met een lijst onder “werkzoekenden”\. Lever alleen die/),
  });
});

test('an object in an object without end takes no time', async () => {
  const begin = performance.now();
  expect(await formaat('{"a":'.repeat(12_000) + '1' + '}'.repeat(12_000))).toBe('ndjson');
  expect(performance.now() - begin).toBeLessThan(5_000);
});

test.each([
  '{"antwoord":{"idWerkzoekende":"a","onbekend":[{"a":1}]}}',
  '{"onbekend":[{"a":1}],"idWerkzoekende":"a"}',
  '{"mutatie":"verwijderen","onbekend":[{"a":1}]}',
  '{"onbekend":{"lijst":[{"a":1}]}}\n{"idWerkzoekende":"a"}',
])('a record with a field that does not exist is no such object: %s', async (inhoud) => {
  expect(await formaat(inhoud)).toBe('ndjson');
});

test.each([
  '// export van 1 januari\n[{"idWerkzoekende":"a"}]',
  '/* export\n van 1 januari */\n\n{"idWerkzoekende":"a"}',
  '\ufeff# export\n# van 1 januari\n[]',
])('comments before JSON are told to go: %j', async (inhoud) => {
  await expect(formaat(inhoud)).rejects.toMatchObject({
    code: 'bestand-formaat',
    message: expect.stringContaining('commentaar'),
  });
});

test('many comments before something else take no time', async () => {
  const begin = performance.now();
  expect(await formaat(`${'/**/'.repeat(15_000)}x`)).toBe('csv');
  expect(performance.now() - begin).toBeLessThan(5_000);
});

test.each(['42', ' -1.5e3\n', '"profiel"', 'true', 'null'])('%j alone is no record', async (inhoud) => {
  await expect(formaat(inhoud)).rejects.toMatchObject({
    code: 'bestand-formaat',
    message: expect.stringContaining('één losse waarde'),
  });
});

test.each(['ID;Postcode\n1;1012AB', '"ID","Postcode"\n"1","1012AB"', '# overzicht\nID;Postcode'])(
  'a table that begins so is one: %j',
  async (inhoud) => {
    expect(await formaat(inhoud)).toBe('csv');
  },
);

test('a record that begins with a list of its own is a record', async () => {
  expect(await formaat('{"sector":[{"codeSbi":1}],"idWerkzoekende":"a"}')).toBe('ndjson');
});

test.each(['utf16le', 'utf-16be'])('JSON in %s without a mark is told its encoding', async (codering) => {
  const bytes = Buffer.from('[{"idWerkzoekende":"a"}]', 'utf16le');
  await expect(formaat(codering === 'utf16le' ? bytes : bytes.swap16())).rejects.toMatchObject({
    code: 'bestand-codering',
  });
});
