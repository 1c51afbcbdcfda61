import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { maakPartijen } from '../../../../activities/aanlevering/controle/maak-partijen.ts';
import { leesLijsten } from '../../../../activities/aanlevering/waardelijsten/lees-lijsten.ts';
import { soorten } from '../../../../domain/soorten/soorten.ts';
import { maakLijstControle } from '../../../../domain/validatie/lijst-fouten.ts';
import { profiel } from '../../../support/profiel.ts';

let map: string;
beforeEach(async () => {
  map = await mkdtemp(join(tmpdir(), 'um-lijsten-'));
});
afterEach(() => rm(map, { recursive: true }));

const bewaar = (naam: string, inhoud: string) => writeFile(join(map, naam), inhoud);
const { werkzoekende } = soorten;

test('a list is read with a heading or without, with either separator and with a mark', async () => {
  await bewaar('talen.csv', '\uFEFFcode,label\r\nnld,Nederlands\r\n\r\neng,"Engels, overal"\r\n');
  await bewaar('sbi.csv', '01;Landbouw\n62;IT\n');
  const { talen, sbi, beroepen } = await leesLijsten(map);
  expect([...talen.labels]).toEqual([
    ['nld', 'Nederlands'],
    ['eng', 'Engels, overal'],
  ]);
  expect([talen.volledig, sbi.labels.size, beroepen.volledig]).toEqual([true, 2, false]);
});

test('without lists there is nothing to check', async () => {
  expect(maakLijstControle(werkzoekende, await leesLijsten(undefined))).toBeUndefined();
});

test('a code that is not on its list is a fault that names field and list', async () => {
  await bewaar('talen.csv', 'nld\n');
  await bewaar('sbi.csv', '01\n');
  const lijstControle = maakLijstControle(werkzoekende, await leesLijsten(map));
  const record = profiel('a', {
    arbeidsmarktkwalificatie: {
      taalbeheersing: [{ codeTaal: 'nld' }, { codeTaal: 'xxx' }, { codeTaal: 'geen code' }],
    },
    sector: [{ codeSbi: 1 }, { codeSbi: 2 }],
  }) as Record<string, unknown>;
  const fouten = lijstControle?.(record).map(({ pad, code, ernst }) => [pad, code, ernst]);
  expect(fouten).toHaveLength(2);
  expect(fouten).toEqual(
    expect.arrayContaining([
      ['/arbeidsmarktkwalificatie/taalbeheersing/1/codeTaal', 'niet-op-lijst', 'fout'],
      ['/sector/1/codeSbi', 'niet-op-lijst', 'fout'],
    ]),
  );
  expect(lijstControle?.(record).find(({ pad }) => pad.endsWith('codeSbi'))?.melding).toMatch(
    /\(sector .* 2\) staat niet in de Standaard Bedrijfsindeling van het CBS; kies een code uit die lijst\.$/i,
  );
  const gelezen = [{ regel: 1, partij: 0, volgende: { byte: 1, regel: 1 }, record, fouten: [] }];
  const partijen = maakPartijen(
    { soort: werkzoekende, modus: 'volledig', lijstControle },
    stroom(gelezen),
    100,
  );
  for await (const { telling, fouten: bewaard } of partijen) {
    expect(telling).toMatchObject({ geldig: 0, foutief: 1 });
    expect(bewaard.map(({ code }) => code)).toContain('niet-op-lijst');
  }
});

test('where the occupations are known, what is no code of them is a fault as well', async () => {
  const uri = 'https://linkeddata.competentnl.nl/uwv/id/occupation/1';
  await bewaar('beroepen.csv', `${uri}\n`);
  const lijstControle = maakLijstControle(werkzoekende, await leesLijsten(map));
  const codes = [uri, 'Timmerman', '-', '12345', `${uri} `, `${uri}2`];
  const fouten = lijstControle?.({
    bemiddelingsberoep: codes.map((codeBeroepsnaam) => ({ codeBeroepsnaam })),
  });
  expect(fouten?.map(({ pad }) => pad)).toEqual(
    [1, 2, 3, 4, 5].map((index) => `/bemiddelingsberoep/${index}/codeBeroepsnaam`),
  );
});

test.each([
  ['is not there', undefined, '', /is no folder that can be read/],
  ['holds no list', 'lees mij.txt', '', /holds no list: beroepen\.csv/],
  ['holds a list of another name', 'landen.csv', 'NL\n', /has landen\.csv, but the lists are/],
  ['holds an empty list', 'talen.csv', 'code,label\n', /talen\.csv: holds no codes/],
  [
    'holds a code of another list',
    'talen.csv',
    'nld\nNederlands\n',
    /talen\.csv: row 2 holds no code of this list/,
  ],
  ['holds what is no CSV', 'talen.csv', 'nld,"open\n', /talen\.csv: Quote Not Closed/],
])('a folder that %s is a fault of the configuration', async (_, naam, inhoud, melding) => {
  if (naam !== undefined) await bewaar(naam, inhoud);
  await expect(leesLijsten(naam === undefined ? join(map, 'weg') : map)).rejects.toThrow(melding);
});

// eslint-disable-next-line @typescript-eslint/require-await -- a reader gives its records one by one
async function* stroom<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
