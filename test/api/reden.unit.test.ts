import { expect, test } from '@jest/globals';
import type { Context } from 'koa';
import { controleerReden } from '../../api/reden.ts';

const fouten = (reden: unknown, kortste = 1) =>
  controleerReden({ request: { body: { reden } } } as unknown as Context, kortste).map(
    ({ melding }) => melding,
  );

test.each(['ok', 'Bemiddeling naar werk', 'met\neen tweede regel', '👩‍🔧 gezocht', ' a '])(
  'a reason in words is fine: “%s”',
  (reden) => {
    expect(fouten(reden)).toEqual([]);
  },
);

test.each([
  ['   ', 'zonder de spaties'],
  ['nul \0 teken', 'geen tekst'],
  ['half \ud83d', 'geen tekst'],
  ['omgekeerd \u202e', 'geen tekst'],
  ['BSN 123456782', 'burgerservicenummer'],
])('“%s” is no reason', (reden, waarom) => {
  expect(fouten(reden)).toEqual([expect.stringContaining(waarom)]);
});

test('a reason has as many characters as are asked for, without the spaces around them', () => {
  expect(fouten('abcde', 5)).toEqual([]);
  expect(fouten('abcd ', 5)).toHaveLength(1);
});

test('what is no text is left to the schema', () => {
  expect([...fouten(undefined), ...fouten(7)]).toEqual([]);
});
