import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { cachedTemporalCli, findTemporalCli } from '../../../ops/local/temporal-cli.ts';

const dir = mkdtempSync(join(tmpdir(), 'um-cli-'));
afterAll(() => rmSync(dir, { recursive: true }));
const silent = () => undefined;

function executable(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '#!/bin/sh\n', { mode: 0o755 });
  return path;
}

describe('the Temporal CLI', () => {
  const pointed = executable(join(dir, 'pointed', 'temporal'));
  const onPath = executable(join(dir, 'bin', 'temporal'));
  const PATH = `${join(dir, 'nothing')}:${join(dir, 'bin')}`;
  const XDG_CACHE_HOME = join(dir, 'cache');
  const cached = executable(cachedTemporalCli({ XDG_CACHE_HOME }));

  test('is the one that TEMPORAL_CLI_PATH points at, else one on the PATH, else the cached release', async () => {
    const env = { TEMPORAL_CLI_PATH: pointed, PATH, XDG_CACHE_HOME };
    expect(await findTemporalCli(env, silent)).toBe(pointed);
    expect(await findTemporalCli({ ...env, TEMPORAL_CLI_PATH: '' }, silent)).toBe(onPath);
    expect(await findTemporalCli({ PATH: '', XDG_CACHE_HOME }, silent)).toBe(cached);
  });

  test('is refused in one sentence where TEMPORAL_CLI_PATH points at nothing', async () => {
    const env = { TEMPORAL_CLI_PATH: join(dir, 'nowhere'), PATH };
    await expect(findTemporalCli(env, silent)).rejects.toThrow('TEMPORAL_CLI_PATH wijst naar');
  });

  test('is asked for in one sentence where it can be neither downloaded nor built, and leaves nothing', async () => {
    // A proxy that does not exist stands for a network without internet; an empty PATH has no Go.
    const env = { PATH: '', HTTPS_PROXY: 'http://127.0.0.1:9', XDG_CACHE_HOME: join(dir, 'empty') };
    await expect(findTemporalCli(env, silent)).rejects.toThrow(
      'installeer hem (https://docs.temporal.io/cli)',
    );
    expect(readdirSync(dirname(cachedTemporalCli(env)))).toEqual([]);
  });
});
