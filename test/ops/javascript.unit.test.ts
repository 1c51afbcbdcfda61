import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
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
    const javascript = join('ops', 'javascript');
    await cp(join(umCheckout, javascript), join(checkout, javascript), { recursive: true });
    await mkdir(join(checkout, 'node_modules'));
    await symlink(join(umCheckout, 'node_modules', 'esbuild'), join(checkout, 'node_modules', 'esbuild'));
    await writeFile(join(checkout, 'package.json'), '{ "type": "module" }');
    await mkdir(join(checkout, 'api'));
  });
  afterEach(() => rm(checkout, { recursive: true }));

  const schrijf = (bestand: string, inhoud: string) => writeFile(join(checkout, 'api', bestand), inhoud);
  const maakAlles = () => run(process.execPath, [join(checkout, 'ops', 'javascript', 'prepare.mjs')]);
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

  const schrijfGetal = (getal: number) =>
    schrijf('main.ts', `const getal: number = ${getal};\nconsole.log(getal);\n`);

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
    const [eerste] = await bewaard('.js');
    expect(await draai()).toEqual([1]);

    await schrijf('deel.ts', 'export const getal: number = 2;\n');
    expect(await draai()).toEqual([2]);
    await maakAlles();
    expect(await draai()).toEqual([2]);
    expect(await bewaard('.js')).not.toEqual([eerste]);
    expect(await bewaard('')).toHaveLength(3);
  });

  test('is not made again where nothing has changed', async () => {
    await schrijfGetal(1);
    await maakAlles();
    const eerst = await stat(join(kept(), 'api.main.ts.json'));
    await maakAlles();
    expect((await stat(join(kept(), 'api.main.ts.json'))).mtimeMs).toBe(eerst.mtimeMs);
  });

  test('is not trusted where the disk lost it, whole or in part', async () => {
    await schrijfGetal(1);
    await maakAlles();
    const [naam = ''] = await bewaard('.js');
    await truncate(join(kept(), naam), 10);
    expect(await draai()).toEqual([1]);
    await rm(join(kept(), naam));
    expect(await draai()).toEqual([1]);
    await maakAlles();
    expect(await bewaard('.js')).toEqual([naam]);
    expect(await draai()).toEqual([1]);
  });

  test('is done without where it cannot be kept', async () => {
    await schrijfGetal(1);
    await rm(join(checkout, 'node_modules'), { recursive: true });
    await writeFile(join(checkout, 'node_modules'), 'no folder');
    await maakAlles();
    expect(await draai()).toEqual([1]);
  });
});
