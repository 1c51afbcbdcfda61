import { expect, test } from '@jest/globals';
import { Antwoordgeheugen } from '../../../api/bron/antwoordgeheugen.ts';

test('memory is lent to one answer at a time, and again after it was given back', () => {
  const geheugen = new Antwoordgeheugen();
  const eerste = geheugen.leen(10);
  expect(geheugen.leen(10).buffer).not.toBe(eerste.buffer);
  geheugen.neemTerug(eerste.subarray(0, 10));
  expect(geheugen.leen(10).buffer).toBe(eerste.buffer);
});

test('given back twice, it is still lent to one answer at a time', () => {
  const geheugen = new Antwoordgeheugen();
  const eerste = geheugen.leen(10);
  geheugen.neemTerug(eerste);
  geheugen.neemTerug(eerste);
  expect(geheugen.leen(10).buffer).not.toBe(geheugen.leen(10).buffer);
});

test('what was not lent is never lent on', () => {
  const geheugen = new Antwoordgeheugen();
  const vreemd = Buffer.alloc(1024 * 1024);
  geheugen.neemTerug(vreemd);
  expect(geheugen.leen(10).buffer).not.toBe(vreemd.buffer);
});

test('an answer of any size fits', () => {
  const groot = 3 * 1024 * 1024;
  expect(new Antwoordgeheugen().leen(groot)).toHaveLength(groot);
});
