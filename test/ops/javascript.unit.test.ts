import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const run = promisify(execFile);

/** Says of the main thread and of another whether Node's own compiler was needed, and where an error would be. */
const programma = `
import { isMainThread, Worker } from 'node:worker_threads';
interface Uitslag { readonly compiler: boolean; readonly plaats: string | undefined }
const modules = (process as unknown as { moduleLoadList: string[] }).moduleLoadList;
const plaats = new Error('here').stack?.split('\\n')[1]?.match(/\\d+:\\d+/)?.[0];
console.log(JSON.stringify({ compiler: modules.some((m) => m.includes('amaro')), plaats } satisfies Uitslag));
if (isMainThread) new Worker(new URL(import.meta.url));
`;

describe('the JavaScript of the programs', () => {
  /** A checkout of its own: what is kept is kept for all programs of one. */
  let checkout: string;
  beforeEach(async () => {
    checkout = await mkdtemp(join(tmpdir(), 'um-checkout-'));
    const javascript = join('ops', 'javascript');
    await cp(join(import.meta.dirname, '..', '..', javascript), join(checkout, javascript), {
      recursive: true,
    });
    await writeFile(join(checkout, 'package.json'), '{ "type": "module" }');
    await mkdir(join(checkout, 'api'));
  });
  afterEach(() => rm(checkout, { recursive: true }));

  const schrijf = (programma: string) => writeFile(join(checkout, 'api', 'main.ts'), programma);
  const draai = async (...args: string[]) => {
    const { stdout } = await run(process.execPath, ['--disable-warning=ExperimentalWarning', ...args]);
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
  };
  const metTypeScript = () => draai(join(checkout, 'api', 'main.ts'));
  const register = () => pathToFileURL(join(checkout, 'ops', 'javascript', 'register.mjs')).href;
  const metJavascript = () => draai('--import', register(), join(checkout, 'api', 'main.ts'));
  const maakAlles = () => run(process.execPath, [join(checkout, 'ops', 'javascript', 'prepare.mjs')]);
  const bewaard = () => readdir(join(checkout, 'node_modules', '.cache', 'um-javascript'));

  test('is made once and then run by every thread, with the lines and columns of the TypeScript', async () => {
    await schrijf(programma);
    const [metCompiler] = await metTypeScript();
    expect(metCompiler).toEqual({ compiler: true, plaats: expect.stringMatching(/^5:\d+$/) as unknown });

    expect(await metJavascript()).toHaveLength(2);
    const zonder = { ...(metCompiler as object), compiler: false };
    expect(await metJavascript()).toEqual([zonder, zonder]);
  });

  test('follows a file that changes', async () => {
    await schrijf('const a: number = 1;\nconsole.log(a);\n');
    expect(await metJavascript()).toEqual([1]);
    await schrijf('const a: number = 2;\nconsole.log(a);\n');
    expect(await metJavascript()).toEqual([2]);
  });

  test('is made of all programs beforehand, and forgotten of what is there no more', async () => {
    await schrijf(programma);
    await maakAlles();
    const [eerste, ...meer] = await bewaard();
    expect(meer).toEqual([]);
    expect(await metJavascript()).toMatchObject([{ compiler: false }, { compiler: false }]);
    expect(await bewaard()).toEqual([eerste]);

    await schrijf('console.log(1);\n');
    await maakAlles();
    const tweede = await bewaard();
    expect(tweede).toHaveLength(1);
    expect(tweede).not.toEqual([eerste]);
  });

  test('is made again where the disk lost it, whole or in part', async () => {
    await schrijf('const a: number = 1;\nconsole.log(a);\n');
    await metJavascript();
    const [naam = ''] = await bewaard();
    for (const rest of ['', 'const a']) {
      await writeFile(join(checkout, 'node_modules', '.cache', 'um-javascript', naam), rest);
      expect(await metJavascript()).toEqual([1]);
    }
  });

  test('is made again each time where it cannot be kept', async () => {
    await schrijf('const a: number = 1;\nconsole.log(a);\n');
    await writeFile(join(checkout, 'node_modules'), 'no folder');
    await maakAlles();
    expect(await metJavascript()).toEqual([1]);
  });
});
