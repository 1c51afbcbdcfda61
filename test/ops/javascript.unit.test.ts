import { execFile } from 'node:child_process';
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const run = promisify(execFile);
const umCheckout = join(import.meta.dirname, '..', '..');

/** Says whether Node's own compiler was needed. */
const deel = `
const { moduleLoadList } = process as unknown as { moduleLoadList: readonly string[] };
export const compiler: boolean = moduleLoadList.some((naam) => naam.includes('amaro'));
export const plek = import.meta.url;
export const isProgramma: boolean = import.meta.main;
export const regel: string | undefined = new Error('here').stack?.split('\\n')[1];
`;
const uitslag = `
import { compiler, isProgramma, plek, regel } from './deel.ts';
console.log(JSON.stringify({ compiler, isProgramma, plek, regel, zelf: import.meta.main }));
`;
const programma = `${uitslag}
import { Worker } from 'node:worker_threads';
new Worker(new URL('./draad.ts', import.meta.url));
`;

describe('the JavaScript of the programs', () => {
  /** A checkout of its own: what is kept is kept for all programs of one. */
  let checkout: string;
  beforeEach(async () => {
    checkout = await mkdtemp(join(tmpdir(), 'um-checkout-'));
    for (const deel of ['javascript', 'ascii.ts', join('local', 'write-atomically.ts')]) {
      const van = join('ops', deel);
      await cp(join(umCheckout, van), join(checkout, van), { recursive: true, preserveTimestamps: true });
    }
    await mkdir(join(checkout, 'node_modules'));
    await symlink(join(umCheckout, 'node_modules', 'esbuild'), join(checkout, 'node_modules', 'esbuild'));
    await mkdir(join(checkout, 'api'));
    await schrijf('../package.json', '{ "type": "module" }');
  });
  afterEach(() => rm(checkout, { recursive: true }));

  /** `ouderdom`: how many seconds ago. */
  const schrijf = async (bestand: string, inhoud: string, ouderdom = 60) => {
    await writeFile(join(checkout, 'api', bestand), inhoud);
    const toen = Math.floor(Date.now() / 1000) - ouderdom;
    await utimes(join(checkout, 'api', bestand), toen, toen);
  };
  const maakAlles = () =>
    run(process.execPath, [
      '--disable-warning=ExperimentalWarning',
      join(checkout, 'ops', 'javascript', 'prepare.mjs'),
    ]);
  /** Whether the program would run its bundle. */
  const isGebundeld = async () => {
    const { findBundle } = (await import(join(checkout, 'ops', 'javascript', 'bundles.mjs'))) as {
      findBundle: (path: string) => object | undefined;
    };
    return findBundle(join(checkout, 'api', 'main.ts')) !== undefined;
  };
  const kept = () => join(checkout, 'node_modules', '.cache', 'um-javascript');
  const bewaard = async (einde: string) => (await readdir(kept())).filter((naam) => naam.endsWith(einde));
  const draai = async (...args: string[]) => {
    const register = pathToFileURL(join(checkout, 'ops', 'javascript', 'register.mjs')).href;
    const vlaggen = ['--disable-warning=ExperimentalWarning', '--import', register, ...args];
    const { stdout } = await run(process.execPath, [...vlaggen, join(checkout, 'api', 'main.ts')]);
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
  };

  /** A program that says 1. */
  const een = 'const getal: number = 1;\nconsole.log(getal);\n';

  test('is one file for a program and one for a thread, in which every file knows where it was', async () => {
    await schrijf('deel.ts', deel);
    await schrijf('draad.ts', uitslag);
    await schrijf('main.ts', programma);
    const plek = pathToFileURL(join(checkout, 'api', 'deel.ts')).href;

    const zonder = { compiler: true, isProgramma: false, plek };
    expect(await draai()).toMatchObject([
      { ...zonder, zelf: true },
      { ...zonder, zelf: true },
    ]);
    await maakAlles();
    const met = { ...zonder, compiler: false };
    expect(await draai()).toMatchObject([
      {
        ...met,
        zelf: true,
        regel: expect.stringMatching(/um-javascript\/api\.main\.\w+\.js:\d+/) as unknown,
      },
      {
        ...met,
        zelf: true,
        regel: expect.stringMatching(/um-javascript\/api\.draad\.\w+\.js:\d+/) as unknown,
      },
    ]);
    // The line of the TypeScript, for whoever asks Node for it.
    expect(await draai('--enable-source-maps')).toMatchObject([
      { ...met, regel: expect.stringMatching(/\/api\/deel\.ts:6:\d+/) as unknown },
      { ...met, regel: expect.stringMatching(/\/api\/deel\.ts:6:\d+/) as unknown },
    ]);
  });

  test('is left alone where a file has changed since, made anew when told to, and then forgotten', async () => {
    await schrijf('deel.ts', 'export const getal: number = 1;\n');
    await schrijf('main.ts', "import { getal } from './deel.ts';\nconsole.log(getal);\n");
    await maakAlles();
    const [eerste = ''] = await bewaard('.js');
    expect(await draai()).toEqual([1]);

    // As long as it was.
    await schrijf('deel.ts', 'export const getal: number = 2;\n', 50);
    expect(await draai()).toEqual([2]);
    await maakAlles();
    expect(await isGebundeld()).toBe(true);
    expect(await draai()).toEqual([2]);
    // Others may be starting with it.
    expect(await bewaard('')).toHaveLength(5);
    for (const naam of [eerste, `${eerste}.map`]) await utimes(join(kept(), naam), 0, 0);
    await maakAlles();
    expect(await bewaard('')).toHaveLength(3);
  });

  test('is not made again where nothing has changed', async () => {
    await schrijf('main.ts', een);
    await maakAlles();
    const eerst = await stat(join(kept(), 'api.main.json'));
    await maakAlles();
    expect((await stat(join(kept(), 'api.main.json'))).mtimeMs).toBe(eerst.mtimeMs);
  });

  test('is not trusted where a file changed while it was made', async () => {
    await schrijf('main.ts', een, -60);
    expect(await maakAlles()).toMatchObject({ stderr: expect.stringContaining('api/main.ts') as unknown });
    expect(await bewaard('')).toEqual([]);
    expect(await draai()).toEqual([1]);
  });

  test('is that of the same files in an archive, which keeps whole seconds', async () => {
    await schrijf('main.ts', een);
    const main = join(checkout, 'api', 'main.ts');
    const { mtimeMs } = await stat(main);
    await utimes(main, mtimeMs / 1000, mtimeMs / 1000 + 0.9);
    await maakAlles();
    await utimes(main, mtimeMs / 1000, mtimeMs / 1000);
    expect(await isGebundeld()).toBe(true);
  });

  test('is not trusted where the disk lost it, whole or in part, and made again', async () => {
    await schrijf('main.ts', een);
    await maakAlles();
    const [naam = ''] = await bewaard('.js');
    const bundel = join(kept(), naam);
    const inhoud = await readFile(bundel);
    for (const rest of [inhoud.subarray(0, 10), Buffer.alloc(inhoud.length), undefined]) {
      await (rest === undefined ? rm(bundel) : writeFile(bundel, rest));
      expect(await draai()).toEqual([1]);
      await maakAlles();
      expect(await readFile(bundel)).toEqual(inhoud);
      expect(await isGebundeld()).toBe(true);
    }
  });

  test('says the same with characters for which V8 would take two bytes each', async () => {
    const zinnen = ["'één – twee 🙂'", '`— ${1}`', "'a–b'.replace(/[–—]/u, '-')", "'\\u2013\\\\–'"];
    await schrijf(
      'main.ts',
      `// –\nfor (const zin of [${zinnen.join()}]) console.log(JSON.stringify(zin));\n`,
    );
    const gewoon = await draai();
    expect(gewoon).toEqual(['één – twee 🙂', '— 1', 'a-b', '–\\–']);
    await maakAlles();
    expect(await isGebundeld()).toBe(true);
    expect(await draai()).toEqual(gewoon);
    const [naam = ''] = await bewaard('.js');
    expect(await readFile(join(kept(), naam), 'utf8')).not.toMatch(/[^\0-\x7f]/);
  });

  test('is done without where it cannot be made or kept, and that is said', async () => {
    await schrijf('main.ts', een);
    await rm(join(checkout, 'node_modules', 'esbuild'));
    expect(await maakAlles()).toMatchObject({ stderr: expect.stringContaining('esbuild') as unknown });
    expect(await draai()).toEqual([1]);

    await rm(join(checkout, 'node_modules'), { recursive: true });
    await writeFile(join(checkout, 'node_modules'), 'no folder');
    expect(await maakAlles()).toMatchObject({ stderr: expect.stringContaining('ENOTDIR') as unknown });
    expect(await draai()).toEqual([1]);
  });
});
