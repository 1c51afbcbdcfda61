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

test('a record that begins with a list of its own is a record', async () => {
  expect(await formaat('{"sector":[{"codeSbi":1}],"idWerkzoekende":"a"}')).toBe('ndjson');
});

test.each(['utf16le', 'utf-16be'])('JSON in %s without a mark is told its encoding', async (codering) => {
  const bytes = Buffer.from('[{"idWerkzoekende":"a"}]', 'utf16le');
  await expect(formaat(codering === 'utf16le' ? bytes : bytes.swap16())).rejects.toMatchObject({
    code: 'bestand-codering',
  });
});
