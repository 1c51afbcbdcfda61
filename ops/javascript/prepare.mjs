/** Makes the bundles of all programs and threads that have none or an old one, and forgets what is of no use any more. */
import { Buffer } from 'node:buffer';
import { createHash, randomUUID } from 'node:crypto';
import { globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkout, findBundle, kept, namesOf, stampOf } from './bundles.mjs';

/** Whatever is started by its path. */
const programs = globSync('{activities,api,ops/local/vum-simulator}/**/{main,draad}.ts', { cwd: checkout });

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

/** A bundle is one module, in which each file still is where it was. */
const placesOfFiles = {
  name: 'places-of-files',
  setup(build) {
    const started = new Set(programs.map((program) => join(checkout, program)));
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const place = {
        url: pathToFileURL(path).href,
        filename: path,
        dirname: dirname(path),
        ...(started.has(path) ? {} : { main: false }),
      };
      const contents = readFileSync(path, 'utf8').replace(/\bimport\.meta\.(\w+)/g, (found, name) =>
        Object.hasOwn(place, name) ? JSON.stringify(place[name]) : found,
      );
      return { contents, loader: 'ts' };
    });
  },
};

async function bundle(program) {
  // Seldom needed, and ten megabytes.
  const { build } = await import('esbuild');
  const path = join(checkout, program);
  const { outputFiles, metafile } = await build({
    ...{ absWorkingDir: checkout, entryPoints: [path], outfile: join(kept, 'bundle.js') },
    ...{ bundle: true, platform: 'node', format: 'esm', target: 'node24', external, banner: { js: banner } },
    ...{ sourcemap: 'external', sourcesContent: false, metafile: true, write: false, logLevel: 'error' },
    plugins: [placesOfFiles],
  });
  const stamp = stampOf([...Object.keys(metafile.inputs), 'package.json', 'ops/javascript/prepare.mjs']);
  const text = (end) => outputFiles.find((file) => file.path.endsWith(end)).text;
  const content = createHash('sha256').update(text('.js')).digest('hex').slice(0, 16);
  const names = namesOf(path, content);
  // Errors name the line in the bundle, and that of the TypeScript where Node is told `--enable-source-maps`.
  const comments = `//# sourceURL=${pathToFileURL(names.bundle).href}
//# sourceMappingURL=${relative(dirname(path), names.map).replaceAll(sep, '/')}
`;
  const source = Buffer.from(text('.js') + comments);
  keep(names.bundle, source);
  keep(names.map, text('.map'));
  keep(names.record, JSON.stringify({ bundle: names.bundle, bytes: source.length, stamp }));
}

/** Whole or not at all: others may be starting meanwhile. */
function keep(path, content) {
  const unfinished = `${path}.${randomUUID()}`;
  writeFileSync(unfinished, content);
  renameSync(unfinished, path);
}

function forgetOthers() {
  const inUse = programs.flatMap((program) => {
    const { record } = namesOf(join(checkout, program));
    const { bundle } = JSON.parse(readFileSync(record, 'utf8'));
    return [record, bundle, `${bundle}.map`].map((path) => basename(path));
  });
  for (const name of readdirSync(kept)) if (!inUse.includes(name)) rmSync(join(kept, name), { force: true });
}

try {
  mkdirSync(kept, { recursive: true });
} catch {
  // Where nothing can be kept, Node compiles everything itself each time.
  process.exit();
}
await Promise.all(
  programs.filter((program) => findBundle(join(checkout, program)) === undefined).map(bundle),
);
forgetOthers();
