import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { describeApi } from '../../api/openapi.ts';
import { allRoutes } from '../../api/routes.ts';
import type { ApiDeps } from '../../api/deps.ts';

const ruleset = process.env['ADR_RULESET'];
if (!ruleset) console.warn('Skipped: set ADR_RULESET to the linter rules of the NL API Design Rules.');

const cli = join(
  dirname(createRequire(import.meta.url).resolve('@stoplight/spectral-cli/package.json')),
  'dist/index.js',
);

interface Finding {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly severity: number;
}

/** What the official linter says of a description, errors and warnings. */
async function lint(description: object): Promise<Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'um-adr-'));
  const document = join(folder, 'openapi.json');
  try {
    await writeFile(document, JSON.stringify(description));
    const args = [cli, 'lint', '--ruleset', ruleset ?? '', '--format', 'json', '--quiet', document];
    // Findings make the linter exit with 1; they are on its standard output all the same.
    const run = promisify(execFile)(process.execPath, args);
    const { stdout } = await run.catch((error: unknown) => error as { stdout: string });
    return (JSON.parse(stdout) as Finding[]).filter(({ severity }) => severity <= 1);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const deps = { config: {} } as unknown as ApiDeps;

(ruleset ? test : test.skip)(
  'the description of the API keeps the NL API Design Rules',
  async () => {
    const description = describeApi(allRoutes(deps), 'https://um.example');
    expect(await lint(description)).toEqual([]);
  },
  120_000,
);

(ruleset ? test : test.skip)(
  'the linter finds a fault where there is one',
  async () => {
    const findings = await lint(describeApi([], 'http://um.example'));
    expect(findings.map(({ code }) => code)).toContain('nlgov:servers-use-https');
  },
  120_000,
);
