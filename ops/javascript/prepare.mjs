/**
 * Makes the bundles of all programs and threads that have none or an old one, and forgets what is of no use any more.
 * What cannot be made or kept is done without, and why is said: Node compiles it itself, then.
 */
import { Buffer } from 'node:buffer';
import { globSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { inAscii } from '../ascii.ts';
import { writeAtomically } from '../local/write-atomically.ts';
import { bundleOf, checkout, findBundle, hashOf, kept, recordOf, stampOf } from './bundles.mjs';

/** Whatever is started by its path. */
const programs = globSync('{activities,api,ops/local/vum-simulator}/**/{main,draad}.ts', {
  cwd: checkout,
}).map((program) => join(checkout, program));

/**
 * Packages that stay where they are: those that look for files of their own, those that are one large part already,
 * and the drivers of databases that UM has no use for.
 */
const external = [
  ...['@temporalio/*', 'better-sqlite3', 'exceljs', 'mysql2', 'pino', 'undici'],
  ...['mariadb', 'mysql', 'oracledb', 'pg', 'pg-query-stream', 'sqlite3', 'tedious'],
];

/** CommonJS in a module asks Node itself for what is not in the bundle. */
const banner = `import { createRequire as umCreateRequire } from 'node:module';
const require = umCreateRequire(import.meta.url);`;

/** Others may be making or starting the same; what they do takes seconds. */
const unusedMs = 10 * 60_000;

/** A bundle is one module, in which each file still is where it was. */
const placesOfFiles = {
  name: 'places-of-files',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const place = {
        url: pathToFileURL(path).href,
        filename: path,
        dirname: dirname(path),
        ...(programs.includes(path) ? {} : { main: false }),
      };
      const contents = readFileSync(path, 'utf8').replace(/\bimport\.meta\.(\w+)/g, (found, name) =>
        Object.hasOwn(place, name) ? JSON.stringify(place[name]) : found,
      );
      return { contents, loader: 'ts' };
    });
  },
};

/** Makes and keeps the bundle of one program; false when a file has changed since this second began. */
async function make(path) {
  const begun = Math.floor(Date.now() / 1000);
  // Seldom needed, and ten megabytes.
  const { build } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    ...{ absWorkingDir: checkout, entryPoints: [path], outfile: join(kept, 'bundle.js') },
    ...{ bundle: true, platform: 'node', format: 'esm', target: 'node24', external, banner: { js: banner } },
    ...{ sourcemap: 'external', sourcesContent: false, metafile: true, write: false, logLevel: 'silent' },
    plugins: [placesOfFiles],
  });
  const stamp = stampOf(Object.keys(metafile.inputs));
  if (stamp.files.some(([, , changed]) => changed >= begun)) return false;
  const text = (end) => outputFiles.find((file) => file.path.endsWith(end)).text;
  const code = inAscii(text('.js'));
  const bundle = bundleOf(path, code);
  // Errors name the line in the bundle, and that of the TypeScript where Node is told `--enable-source-maps`.
  const source = Buffer.from(`${code}//# sourceURL=${pathToFileURL(bundle).href}
//# sourceMappingURL=${relative(dirname(path), `${bundle}.map`).replaceAll(sep, '/')}
`);
  keep(bundle, source);
  keep(`${bundle}.map`, text('.map'));
  keep(recordOf(path), JSON.stringify({ bundle, hash: hashOf(source), stamp }));
  return true;
}

/** For whoever runs UM, who need not be the one that installed it. */
const keep = (path, content) => writeAtomically(path, content, 0o644);

/** What has no use any more, half of something included. */
function forgetOthers() {
  const inUse = programs.flatMap((path) => {
    const { bundle } = JSON.parse(readFileSync(recordOf(path), 'utf8'));
    return [recordOf(path), bundle, `${bundle}.map`].map((file) => basename(file));
  });
  for (const name of readdirSync(kept).filter((one) => !inUse.includes(one))) {
    const file = join(kept, name);
    // Another may have been first.
    const stat = statSync(file, { throwIfNoEntry: false });
    if (stat && Date.now() - stat.mtimeMs > unusedMs) rmSync(file, { force: true });
  }
}

async function prepare(path) {
  if (findBundle(path) !== undefined || (await make(path))) return;
  await sleep(1_000);
  if (!(await make(path))) throw new Error(`What ${relative(checkout, path)} is made of goes on changing`);
}

try {
  mkdirSync(kept, { recursive: true });
  await Promise.all(programs.map(prepare));
  forgetOthers();
} catch (error) {
  console.error(error.message);
}
