import { describe, expect, test } from '@jest/globals';
import { bevatBsn, isBsn, verbergBsn } from '../../../domain/validatie/bsn.ts';

describe('isBsn', () => {
  test.each(['111222333', '123456782', '000000012', '999999990'])('%s passes the 11-proef', (nummer) => {
    expect(isBsn(nummer)).toBe(true);
  });

  test.each([
    ['one digit different', '123456783'],
    ['two digits swapped', '213456782'],
    ['only zeros', '000000000'],
    ['eight digits', '12345672'],
    ['ten digits', '1234567820'],
    ['letters', '12345678a'],
    ['digits of another script', '１２３４５６７８２'],
    ['a line break after it', '123456782\n'],
    ['nothing', ''],
  ])('%s is not a BSN', (_, nummer) => {
    expect(isBsn(nummer)).toBe(false);
  });

  test('one in eleven numbers passes', () => {
    const nummers = Array.from({ length: 11_000 }, (_, index) => `${100_000_000 + index}`);
    expect(nummers.filter(isBsn)).toHaveLength(1_000);
  });
});

describe('bevatBsn', () => {
  test.each([
    'BSN 123456782',
    'bsn:123456782.',
    '123456782',
    'mijn nummer(123456782)is',
    'in 2019 123456782 gekregen',
    'eerst 123456783, dan 123456782',
    'BSN123456782',
    '123 456 782',
    '123.456.782',
    '123-456-782',
    '123\u00a0456\u00a0782',
    '1234.56.782',
    '1234 56 782',
    '12.34.56.782',
    'regel een\n123456782\nregel drie',
  ])('%j holds a BSN', (tekst) => {
    expect(bevatBsn(tekst)).toBe(true);
  });

  test.each([
    ['a number that fails the 11-proef', 'zaak 123456783'],
    ['a longer number', 'rekening 1234567820'],
    ['the tail of a longer number', 'NL91ABNA0123456782'],
    ['a telephone number', '06 12345678 of 0612345678'],
    ['an international telephone number', '+31 123456782, +31123456782, +31(0)123456782, +31 (0)123456782'],
    ['years and hours', '2018 2019 5 dagen van 8 uur'],
    ['different separators', '123.456 782'],
    ['two spaces', '123  456  782'],
    ['nothing', ''],
  ])('%s is left alone', (_, tekst) => {
    expect(bevatBsn(tekst)).toBe(false);
  });

  test('stays fast on a hostile text', () => {
    const begin = performance.now();
    expect(bevatBsn('12 34 56 '.repeat(20_000))).toBe(false);
    expect(bevatBsn('+12'.repeat(50_000))).toBe(false);
    expect(performance.now() - begin).toBeLessThan(1_000);
  });
});

describe('verbergBsn', () => {
  test('hides each BSN and nothing else', () => {
    expect(verbergBsn('123456782 en 1234.56.782 en 123456783')).toBe('********* en ********* en 123456783');
  });
});
