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
});
