import { describe, expect, test } from '@jest/globals';
import { maakOpenLijsten, oordeel } from '../../../domain/waardelijsten/open-lijst.ts';
import { talen } from '../../../domain/waardelijsten/talen.ts';

describe('an open list', () => {
  const lijsten = maakOpenLijsten();

  test.each([
    ['beroepen', 'https://linkeddata.competentnl.nl/uwv/id/occupation/1', 'goed'],
    ['beroepen', '11234', 'vorm'],
    ['competenties', '0000000005', 'goed'],
    ['competenties', 'lassen', 'vorm'],
    ['sbi', 4711, 'goed'],
    ['sbi', 471_100, 'vorm'],
    ['talen', 'xyz', 'goed'],
    ['talen', 'Nederlands', 'vorm'],
    ['opleidingen', '14673', 'goed'],
    ['opleidingen', 'MBO', 'vorm'],
  ] as const)('%s judges %s by its form: %s', (naam, code, verwacht) => {
    expect(oordeel(lijsten[naam], code)).toBe(verwacht);
  });

  test('judges by the list as well where a copy is configured', () => {
    const { sbi, talen: metNamen } = maakOpenLijsten({ sbi: new Map([['01', 'Landbouw']]) });
    expect(oordeel(sbi, 1)).toBe('goed');
    expect(oordeel(sbi, 99_999)).toBe('onbekend');
    expect(oordeel(metNamen, 'xyz')).toBe('goed');
  });

  test('names languages by a well-formed code, each code and each name once', () => {
    for (const [code] of talen) expect(oordeel(lijsten.talen, code)).toBe('goed');
    expect(new Set(talen.map(([code]) => code)).size).toBe(talen.length);
    expect(new Set(talen.map(([, naam]) => naam.toLowerCase())).size).toBe(talen.length);
  });
});
