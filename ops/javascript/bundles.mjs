/**
 * The bundles of UM: of each program, and of each thread, all of its code in one file of JavaScript, the packages
 * included and what nobody calls left out. It takes a third of the memory that a thousand modules do, in every thread
 * again, and starts sooner.
 */
import { readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const checkout = join(import.meta.dirname, '..', '..');
export const kept = join(checkout, 'node_modules', '.cache', 'um-javascript');

/** What a bundle was made of, and by what; it is of no use where any of that is different. */
export function stampOf(inputs) {
  const files = inputs.map((file) => {
    const { size, mtimeMs } = statSync(join(checkout, file));
    return [file, size, mtimeMs];
  });
  return { checkout, node: process.version, files };
}

const recordOf = (path) => join(kept, `${relative(checkout, path).replaceAll(sep, '.')}.json`);

/** The names of the files in which the bundle of a program is kept: its record, the bundle and its source map. */
export const namesOf = (path, content) => {
  const name = relative(checkout, path).replaceAll(sep, '.').replace(/ts$/, `${content}.js`);
  return { record: recordOf(path), bundle: join(kept, name), map: join(kept, `${name}.map`) };
};

/** Where the bundle of this program is and what is in it; undefined where there is none, or none that is up to date. */
export function findBundle(path) {
  try {
    const { bundle, bytes, stamp } = JSON.parse(readFileSync(recordOf(path), 'utf8'));
    const now = stampOf(stamp.files.map(([file]) => file));
    if (JSON.stringify(now) !== JSON.stringify(stamp)) return undefined;
    const source = readFileSync(bundle);
    // What the disk lost a part of would run up to there.
    return source.length === bytes ? { bundle, source } : undefined;
  } catch {
    return undefined;
  }
}
