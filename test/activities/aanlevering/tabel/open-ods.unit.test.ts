import { describe, expect, test } from '@jest/globals';
import type { Bestand } from '../../../../activities/aanlevering/bestand.ts';
import { standaardGrenzen } from '../../../../activities/aanlevering/tabel/grenzen.ts';
import { leesOds, openOds } from '../../../../activities/aanlevering/tabel/ods/lees-ods.ts';
import { geheugenBestand } from '../../../support/geheugen-bestand.ts';
import { leesAlles } from '../../../support/lees-alles.ts';
import { maakOds, odsInhoud, odsTabel } from '../../../support/ods-maker.ts';

const rijen = (aantal: number, tekst: string) =>
  Array.from({ length: aantal }, (_, rij) => [`${tekst} ${rij}`, rij, undefined, 'é€😀 & <x>']);
const tabellen = [
  odsTabel('Uitleg', [['één'], ['twee\nregels']]),
  '<table:table table:name="Leeg"/>\r\n',
  odsTabel('Veel', rijen(40, 'veel')),
  `<table:table table:name="Herhaald"><table:table-row table:number-rows-repeated="30"><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>`,
  `<table:table table:name="'file:///elders.ods'#Blad"><table:table-row><table:table-cell office:value-type="string"><text:p>elders</text:p></table:table-cell></table:table-row></table:table>`,
  odsTabel('Twaalf', rijen(12, 'precies')),
  odsTabel('Laatste', rijen(13, 'eentje meer')),
];
const content = odsInhoud(tabellen.join('\n'));
/** The same with `t` for `table`, and elements of `office` without a prefix; attributes always need one. */
const anders = content
  .replace(/(<\/?| )table:/g, '$1t:')
  .replace('xmlns:table=', 'xmlns:t=')
  .replace(/(<\/?)office:/g, '$1')
  .replace(/xmlns:office=("[^"]*")/, 'xmlns=$1 xmlns:office=$1');

describe.each<[string, string | Uint8Array]>([
  ['in UTF-8', content],
  ['in UTF-16', Buffer.from(`\ufeff${content}`, 'utf16le')],
  ['with other prefixes', anders],
])('an .ods %s', (_naam, inhoud) => {
  const bytes = maakOds('', { content: inhoud });

  test.each([3, 7, 4096])(
    'gives each sheet by itself as it stands among the others (pieces of %d bytes)',
    async (stuk) => {
      const samen = await leesAlles(leesOds(geheugenBestand(bytes, stuk)));
      const { bladen, rijen } = await openOds(geheugenBestand(bytes, stuk));
      expect(bladen.map(({ naam }) => naam)).toEqual([
        'Uitleg',
        'Leeg',
        'Veel',
        'Herhaald',
        'Twaalf',
        'Laatste',
      ]);
      expect(samen).toHaveLength(2 + 40 + 30 + 12 + 13);
      for (const blad of [...bladen].reverse()) {
        const verwacht = samen.filter((rij) => rij.blad.naam === blad.naam);
        expect(await leesAlles(rijen(blad))).toEqual(verwacht);
      }
    },
  );
});

test('sheets of an .ods can be read side by side, and their beginnings without unpacking again', async () => {
  let gelezen = 0;
  const bestand = geheugenBestand(maakOds('', { content }), 4096);
  const geteld: Bestand = {
    ...bestand,
    stroom: (vanaf) => {
      gelezen++;
      return bestand.stroom(vanaf);
    },
  };
  const { bladen, rijen } = await openOds(geteld);
  const open = gelezen;
  const naastElkaar = bladen.map((blad) => rijen(blad));
  const eerste = await Promise.all(naastElkaar.map((blad) => blad.next()));
  expect(eerste.map(({ done }) => done)).toEqual([false, true, false, false, false, false]);
  expect(gelezen).toBe(open);
  const rest = await Promise.all(naastElkaar.map((blad) => leesAlles(blad)));
  expect(rest.map(({ length }) => length)).toEqual([1, 0, 39, 29, 11, 12]);
  expect(gelezen).toBe(open + 3);
});

test('what is unpacked more than once counts once for the limits', async () => {
  const zip = { ...standaardGrenzen.zip, totaalBytes: Buffer.byteLength(content) + 1_000 };
  const { bladen, rijen } = await openOds(geheugenBestand(maakOds('', { content })), {
    ...standaardGrenzen,
    zip,
  });
  for (const blad of [...bladen, ...bladen]) await leesAlles(rijen(blad));
});
