import { expect, test } from '@jest/globals';
import { duurInMs, periodeVoor } from '../../domain/duur.ts';

test.each([
  ['P7D', 604_800_000],
  ['P1W', 604_800_000],
  ['PT2M', 120_000],
  ['P1DT1H', 90_000_000],
  ['PT1.5S', 1_500],
])('%s is %i ms', (duur, ms) => {
  expect(duurInMs(duur)).toBe(ms);
});

test.each(['', 'P', 'PT', 'P1M', 'P1Y', '7D', 'P-1D'])('%j is refused as a duration', (duur) => {
  expect(() => duurInMs(duur)).toThrow(RangeError);
});

test.each([
  ['P1Y', '2025-11-23T20:00:00.000Z'],
  ['P18M', '2025-05-23T20:00:00.000Z'],
  ['P2W', '2026-11-09T20:00:00.000Z'],
  ['P1Y30D', '2025-10-24T20:00:00.000Z'],
])('%s before the evening of 23 November 2026 is %s', (periode, toen) => {
  expect(periodeVoor(new Date('2026-11-23T20:00:00.000Z'), periode).toISOString()).toBe(toen);
});

test('a year before the last day of February in a leap year is a day that exists', () => {
  const toen = periodeVoor(new Date('2028-02-29T00:00:00.000Z'), 'P1Y');
  expect(toen.toISOString()).toBe('2027-03-01T00:00:00.000Z');
});

test.each(['P', 'PT1H', '1Y', 'P1.5Y'])('%j is refused as a period', (periode) => {
  expect(() => periodeVoor(new Date(), periode)).toThrow(RangeError);
});
