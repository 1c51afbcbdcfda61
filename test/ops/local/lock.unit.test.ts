import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { isHeld, tryLock, withLock } from '../../../ops/local/lock.ts';

const dir = mkdtempSync(join(tmpdir(), 'um-lock-'));
afterAll(() => rmSync(dir, { recursive: true }));
let files = 0;
const path = () => join(dir, `lock-${++files}`);

describe('a lock file', () => {
  test('is held by one at a time', () => {
    const file = path();
    const release = tryLock(file);
    expect(release).not.toBeNull();
    expect(tryLock(file)).toBeNull();
    release?.();
    expect(isHeld(file)).toBe(false);
    expect(tryLock(file)).not.toBeNull();
  });

  test('of a process that was killed is taken over', () => {
    const file = path();
    writeFileSync(file, JSON.stringify({ pid: 2 ** 22 - 1, started: '1' }));
    expect(tryLock(file)).not.toBeNull();
  });

  test('of a process whose number was given out again is taken over', () => {
    const file = path();
    writeFileSync(file, JSON.stringify({ pid: process.pid, started: 'earlier' }));
    expect(tryLock(file)).not.toBeNull();
  });

  test('makes the second wait, and says so', async () => {
    const file = path();
    const order: string[] = [];
    const release = tryLock(file);
    const waiting = withLock(
      file,
      () => Promise.resolve(order.push('second')),
      () => order.push('waits'),
    );
    order.push('first');
    release?.();
    await waiting;
    expect(order).toEqual(['waits', 'first', 'second']);
  });
});
