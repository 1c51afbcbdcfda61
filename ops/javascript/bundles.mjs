/**
 * The bundles of UM: of each program, and of each thread, all of its code in one file of JavaScript, the packages
 * included and what nobody calls left out. It takes a third of the memory that a thousand modules do, in every thread
 * again, and starts sooner.
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const checkout = join(import.meta.dirname, '..', '..');
export const kept = join(checkout, 'node_modules', '.cache', 'um-javascript');

/** What changes where a package does, although no file of it that is in a bundle need change; and what makes bundles. */
const always = [
  ...['package.json', 'package-lock.json', 'node_modules/.package-lock.json', 'tsconfig.json'],
  ...['ops/ascii.ts', 'ops/javascript/bundles.mjs', 'ops/javascript/prepare.mjs'],
];

/**
 * Tells whether the files that a bundle was made of are still those. In whole seconds: archives and images of
 * containers keep no more.
 */
export function stampOf(inputs) {
  const files = [...new Set([...inputs, ...always])].map((file) => {
    const stat = statSync(join(checkout, file), { throwIfNoEntry: false });
    return [file, stat?.size ?? null, stat ? Math.floor(stat.mtimeMs / 1000) : null];
  });
  return { checkout, files };
}

export const hashOf = (content) => createHash('sha256').update(content).digest('hex');

const nameOf = (path) => relative(checkout, path).replaceAll(sep, '.').replace(/\.ts$/, '');

/** Where it is written what the bundle of a program is called and was made of. */
export const recordOf = (path) => join(kept, `${nameOf(path)}.json`);

/** Where a bundle of a program is kept that holds this; its source map has the same name with `.map`. */
export const bundleOf = (path, content) => join(kept, `${nameOf(path)}.${hashOf(content).slice(0, 16)}.js`);

/** The bundle of this program; undefined where there is none, or none that is up to date. */
export function findBundle(path) {
  try {
    const { bundle, hash, stamp } = JSON.parse(readFileSync(recordOf(path), 'utf8'));
    const now = stampOf(stamp.files.map(([file]) => file));
    if (JSON.stringify(now) !== JSON.stringify(stamp)) return undefined;
    const source = readFileSync(bundle);
    return hashOf(source) === hash ? source : undefined;
  } catch {
    return undefined;
  }
}
