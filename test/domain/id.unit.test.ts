import { describe, expect, test } from '@jest/globals';
import { nieuwId } from '../../domain/id.ts';

const now = new Date('2026-11-23T20:45:05.123Z');

describe('nieuwId', () => {
  test('is a UUID of version 7 with the variant of RFC 9562', () => {
    for (let i = 0; i < 200; i++) {
      expect(nieuwId(now)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  test('holds the time, so that later ids sort later', () => {
    const id = nieuwId(now);
    expect(parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(now.getTime());
    expect(id < nieuwId(new Date(now.getTime() + 1))).toBe(true);
    expect(nieuwId(new Date(0))).toMatch(/^00000000-0000-7/);
  });

  test('never repeats within one millisecond', () => {
    expect(new Set(Array.from({ length: 5_000 }, () => nieuwId(now))).size).toBe(5_000);
  });
});
