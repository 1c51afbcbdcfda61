import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';

export const checkout = join(import.meta.dirname, '..', '..');
/** Where the JavaScript is kept, under the hash of what it was made of. */
export const kept = join(checkout, 'node_modules', '.cache', 'um-javascript');

/** The JavaScript of a TypeScript file: its types become spaces, so that lines and columns stay. */
export function javascriptOf(path) {
  const typescript = readFileSync(path);
  const name = `${createHash('sha256').update(process.version).update(typescript).digest('hex')}.js`;
  const text = typescript.toString();
  const before = find(name);
  // It is as long as the TypeScript; what is not, the disk has lost in part.
  if (before?.length === text.length) return { name, source: before };
  const source = stripTypeScriptTypes(text);
  keep(name, source);
  return { name, source };
}

function find(name) {
  try {
    return readFileSync(join(kept, name), 'utf8');
  } catch {
    return undefined;
  }
}

/** Where nothing can be written it is made again next time. */
function keep(name, source) {
  try {
    mkdirSync(kept, { recursive: true });
    const unfinished = join(kept, `${name}.${randomUUID()}`);
    writeFileSync(unfinished, source);
    renameSync(unfinished, join(kept, name));
  } catch {
    return;
  }
}
