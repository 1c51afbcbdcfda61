import { expect, test } from '@jest/globals';
import { versheidsfouten, versheidsregel, versheidVan } from '../../../domain/publicaties/versheid.ts';

const gepubliceerdOp = '2026-01-01T00:00:00.000Z';
const regel = { verouderdNa: 10 * 86_400_000, intrekkenNa: 14 * 86_400_000 };
const op = (dag: string, gemeldOp: string | null = null) =>
  versheidVan({ gepubliceerdOp, gemeldOp }, regel, new Date(dag));

test('nothing grows old unless it is configured', () => {
  expect(versheidsregel({})).toBeUndefined();
  expect(versheidsfouten({})).toEqual([]);
  expect(versheidsregel({ PUBLICATIE_VEROUDERD_NA: 'P10D' })).toEqual({ verouderdNa: regel.verouderdNa });
});

test('withdrawing needs a notice before it: both durations, the second longer', () => {
  const beide = (na: string, intrekken: string) =>
    versheidsfouten({ PUBLICATIE_VEROUDERD_NA: na, PUBLICATIE_INTREKKEN_NA: intrekken });
  expect(beide('P10D', 'P2W')).toEqual([]);
  const fout = [expect.stringMatching(/^PUBLICATIE_INTREKKEN_NA needs PUBLICATIE_VEROUDERD_NA and must be/)];
  expect(beide('P10D', 'P10D')).toEqual(fout);
  expect(beide('P2W', 'P10D')).toEqual(fout);
  expect(versheidsfouten({ PUBLICATIE_INTREKKEN_NA: 'P10D' })).toEqual(fout);
});

test('a publicatie is fresh up to the very moment that it is not', () => {
  expect(op('2026-01-10T23:59:59.999Z')).toEqual({ status: 'vers' });
  expect(op('2026-01-11T00:00:00.000Z')).toEqual({
    status: 'verouderd',
    verouderdSinds: '2026-01-11T00:00:00.000Z',
    wordtIngetrokkenOp: '2026-01-15T00:00:00.000Z',
  });
});

test('a notice that comes late moves the withdrawal, one in time does not', () => {
  const ingetrokken = (gemeldOp: string | null) =>
    op('2026-03-02T00:00:00.000Z', gemeldOp).wordtIngetrokkenOp;
  expect(ingetrokken('2026-01-11T00:00:00.000Z')).toBe('2026-01-15T00:00:00.000Z');
  expect(ingetrokken('2026-03-01T00:00:00.000Z')).toBe('2026-03-05T00:00:00.000Z');
  expect(ingetrokken(null)).toBe('2026-03-06T00:00:00.000Z');
});

test('without a second duration an outdated publicatie stays', () => {
  const { verouderdNa } = regel;
  expect(versheidVan({ gepubliceerdOp, gemeldOp: null }, { verouderdNa }, new Date('2027-01-01'))).toEqual({
    status: 'verouderd',
    verouderdSinds: '2026-01-11T00:00:00.000Z',
  });
});
