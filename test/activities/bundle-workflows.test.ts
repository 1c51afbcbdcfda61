import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { workflowBundle } from '../support/workflow-bundle.ts';

describe('the bundle of workflows', () => {
  test('takes one byte a character', async () => {
    const { code } = await workflowBundle();
    expect(/[^\0-\x7f]/.exec(code)).toBeNull();
  });

  test('leads back to the files of the workflows, without their texts', async () => {
    const { code } = await workflowBundle();
    const [, base64 = ''] =
      /\n\/\/# sourceMappingURL=data:application\/json;[^,]*base64,([\w+/=]+)\s*$/.exec(code) ?? [];
    const map = JSON.parse(Buffer.from(base64, 'base64').toString()) as {
      sources: string[];
      mappings: string;
    };
    expect(map).not.toHaveProperty('sourcesContent');
    expect(map.mappings).not.toBe('');
    expect(map.sources.some((pad) => pad.endsWith('/workflows/zoekvraag.ts'))).toBe(true);
  });

  test('is made without a word when the worker that asked for it is gone', async () => {
    const bundler = fileURLToPath(new URL('../../activities/bundle-workflows.ts', import.meta.url));
    const child = spawn(process.execPath, [bundler], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    const [said, [exitCode]] = await Promise.all([
      text(child.stderr),
      once(child, 'close') as Promise<[number | null]>,
    ]);
    expect(said).toBe('');
    expect(exitCode).toBe(1);
  }, 60_000);
});
